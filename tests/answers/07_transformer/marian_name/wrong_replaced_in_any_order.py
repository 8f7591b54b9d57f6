"""Replaces attention first, which stands in other names too. [marian_name.replaced_inside]"""

def marian_name(name: str) -> str:
    if name == "bias":
        return "final_logits_bias"
    if name.endswith("table.weight"):
        return "model.shared.weight"
    pairs = {"attention": "self_attn", "cross_attention": "encoder_attn", "to_query": "q_proj"}
    pairs |= {"to_key": "k_proj", "to_value": "v_proj", "output": "out_proj"}
    pairs |= {"attention_norm": "self_attn_layer_norm", "feed_forward_norm": "final_layer_norm"}
    pairs |= {"cross_attention_norm": "encoder_attn_layer_norm"}
    pairs |= {"feed_forward.0": "fc1", "feed_forward.2": "fc2"}
    for ours, theirs in pairs.items():
        name = name.replace(ours, theirs)
    half, rest = name.split(".", 1)
    return f"model.{half}.layers.{rest}"
