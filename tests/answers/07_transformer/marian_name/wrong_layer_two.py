"""From the task text alone: the number of the block is taken for that in the feed-forward. [marian_name.two_anywhere]"""

def marian_name(name: str) -> str:
    if name == "bias":
        return "final_logits_bias"
    if name in ("source.table.weight", "target.table.weight"):
        return "model.shared.weight"
    there = {
        "attention": "self_attn",
        "cross_attention": "encoder_attn",
        "attention_norm": "self_attn_layer_norm",
        "cross_attention_norm": "encoder_attn_layer_norm",
        "feed_forward_norm": "final_layer_norm",
        "to_query": "q_proj",
        "to_key": "k_proj",
        "to_value": "v_proj",
        "output": "out_proj",
    }
    half, number, *inner = name.split(".")
    if inner[0] == "feed_forward":
        inner[:2] = ["fc2" if ".2." in name else "fc1"]
    parts = [there.get(part, part) for part in inner]
    return ".".join(["model", half, "layers", number, *parts])
