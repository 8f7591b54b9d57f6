"""From the task text alone: any name that ends in bias becomes the output's bias. [marian_name.any_bias]"""

def marian_name(name: str) -> str:
    if name.endswith("bias"):
        return "final_logits_bias"
    if name.endswith("table.weight"):
        return "model.shared.weight"
    parts = {
        "attention": "self_attn",
        "attention_norm": "self_attn_layer_norm",
        "cross_attention": "encoder_attn",
        "cross_attention_norm": "encoder_attn_layer_norm",
        "feed_forward_norm": "final_layer_norm",
        "to_query": "q_proj",
        "to_key": "k_proj",
        "to_value": "v_proj",
        "output": "out_proj",
        "feed_forward.0": "fc1",
        "feed_forward.2": "fc2",
    }
    half, number, rest = name.split(".", 2)
    rest = rest.replace("feed_forward.0", "fc1").replace("feed_forward.2", "fc2")
    changed = [parts.get(part, part) for part in rest.split(".")]
    return ".".join(["model", half, "layers", number, *changed])
