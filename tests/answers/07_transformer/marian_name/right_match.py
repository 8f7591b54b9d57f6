"""With match over the components."""

def marian_name(name: str) -> str:
    short = {"to_query": "q_proj", "to_key": "k_proj", "to_value": "v_proj", "output": "out_proj"}
    looks = {"attention": "self_attn", "cross_attention": "encoder_attn"}
    match name.split("."):
        case ["bias"]:
            return "final_logits_bias"
        case [_, "table", _]:
            return "model.shared.weight"
        case [half, n, "feed_forward", place, kind]:
            inner = "fc1" if place == "0" else "fc2"
        case [half, n, "feed_forward_norm", kind]:
            inner = "final_layer_norm"
        case [half, n, norm, kind]:
            inner = looks[norm.removesuffix("_norm")] + "_layer_norm"
        case [half, n, look, part, kind]:
            inner = f"{looks[look]}.{short[part]}"
    return f"model.{half}.layers.{n}.{inner}.{kind}"
