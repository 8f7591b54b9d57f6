"""From the task text alone: cross-attention is taken for self-attention. [marian_name.cross_as_self, marian_name.cross_norm_as_self]"""

def marian_name(name: str) -> str:
    if name == "bias":
        return "final_logits_bias"
    if name.endswith("table.weight"):
        return "model.shared.weight"
    renamed = {"attention": "self_attn", "attention_norm": "self_attn_layer_norm"}
    renamed |= {"cross_attention": "self_attn", "to_query": "q_proj", "to_key": "k_proj"}
    renamed |= {"cross_attention_norm": "self_attn_layer_norm", "to_value": "v_proj"}
    renamed |= {"output": "out_proj", "feed_forward_norm": "final_layer_norm"}
    short = name.replace("feed_forward.0", "fc1").replace("feed_forward.2", "fc2")
    half, number, *parts = short.split(".")
    return ".".join(["model", half, "layers", number, *(renamed.get(p, p) for p in parts)])
