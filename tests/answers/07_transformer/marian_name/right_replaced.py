"""By replacements, the longest names first."""

def marian_name(name: str) -> str:
    outside = {"source.table.weight": "model.shared.weight", "bias": "final_logits_bias"}
    outside["target.table.weight"] = "model.shared.weight"
    if name in outside:
        return outside[name]
    pairs = [
        (".cross_attention_norm.", ".encoder_attn_layer_norm."),
        (".cross_attention.", ".encoder_attn."),
        (".attention_norm.", ".self_attn_layer_norm."),
        (".attention.", ".self_attn."),
        (".feed_forward_norm.", ".final_layer_norm."),
        (".feed_forward.0.", ".fc1."),
        (".feed_forward.2.", ".fc2."),
        (".to_query.", ".q_proj."),
        (".to_key.", ".k_proj."),
        (".to_value.", ".v_proj."),
        (".output.", ".out_proj."),
    ]
    for ours, theirs in pairs:
        name = name.replace(ours, theirs)
    half, rest = name.split(".", 1)
    return f"model.{half}.layers.{rest}"
