"""What several tests need: small courses and classes, kernels, a browser, a model hub."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
