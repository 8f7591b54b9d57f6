"""Makes a table of all names and looks in it."""

def marian_name(name: str) -> str:
    table = {"bias": "final_logits_bias"}
    table.update({f"{side}.table.weight": "model.shared.weight" for side in ("source", "target")})
    linear = zip(("to_query", "to_key", "to_value", "output"), ("q", "k", "v", "out"))
    projections = {f".{ours}": f".{theirs}_proj" for ours, theirs in linear}
    blocks = {"feed_forward.0": "fc1", "feed_forward.2": "fc2", "feed_forward_norm": "final_layer_norm"}
    for ours, theirs in (("attention", "self_attn"), ("cross_attention", "encoder_attn")):
        blocks[f"{ours}_norm"] = f"{theirs}_layer_norm"
        blocks |= {ours + a: theirs + b for a, b in projections.items()}
    for half in ("encoder", "decoder"):
        for n in range(100):
            for ours, theirs in blocks.items():
                for kind in ("weight", "bias"):
                    table[f"{half}.{n}.{ours}.{kind}"] = f"model.{half}.layers.{n}.{theirs}.{kind}"
    return table[name]
