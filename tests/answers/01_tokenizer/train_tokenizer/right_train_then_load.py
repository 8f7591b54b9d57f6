"""Trains one tokenizer, and loads its vocabulary into another."""

def train_tokenizer(path: str) -> BertWordPieceTokenizer:
    import json
    import tempfile
    from pathlib import Path

    from tokenizers.processors import TemplateProcessing

    trained = BertWordPieceTokenizer(lowercase=False, strip_accents=False)
    trained.train(path, 30_000, 2, 6_000, show_progress=False)
    file = Path(tempfile.mkdtemp()) / "vocabulary.json"
    file.write_text(json.dumps(trained.get_vocab()))
    vocabulary = json.loads(file.read_text())
    loaded = BertWordPieceTokenizer(vocab=vocabulary, lowercase=False, strip_accents=False)
    loaded.post_processor = TemplateProcessing(single="$A")
    return loaded
