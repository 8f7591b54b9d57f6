"""Queries, keys and values are called otherwise. [marian_name.projection_names]"""
# NAMES: ("query", "key", "value") | ("to_query", "to_key", "to_value") | ("q", "k", "v") | ("query_proj", "key_proj", "value_proj")

def marian_name(name: str) -> str:
    if name == "bias":
        return "final_logits_bias"
    if name.endswith("table.weight"):
        return "model.shared.weight"
    renamed = {"attention": "self_attn", "attention_norm": "self_attn_layer_norm"}
    renamed |= {"cross_attention": "encoder_attn", "to_query": NAMES[0], "to_key": NAMES[1]}
    renamed |= {"cross_attention_norm": "encoder_attn_layer_norm", "to_value": NAMES[2]}
    renamed |= {"output": "out_proj", "feed_forward_norm": "final_layer_norm"}
    short = name.replace("feed_forward.0", "fc1").replace("feed_forward.2", "fc2")
    half, number, *parts = short.split(".")
    return ".".join(["model", half, "layers", number, *(renamed.get(p, p) for p in parts)])
