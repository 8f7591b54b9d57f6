"""The first cell: everything there, versions said, random numbers seeded."""

import os
import random
import re
import subprocess
import sys
from importlib import metadata

from nlplab import messages
from nlplab.messages import say

SEED = 20_240


def setup(lang: str = "ko") -> None:
    """Prepare this notebook for a reader of `lang`, in Colab, JupyterLab or anywhere else.

    Installs those packages that nlplab needs and that are missing, and no other; prints Python's
    and PyTorch's versions and the device; seeds Python, NumPy and PyTorch; sets Hangul up in plots
    and has tables show sentences whole.
    """
    messages.use(lang)
    # Threads of torch wait in a busy loop, which makes small models ten times slower beside others.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    absent = missing()
    if absent:
        print(say("setup.installing", packages=", ".join(absent)))
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", *absent], check=True)

    import pandas
    import torch

    from nlplab import plots

    seed()
    plots.use_hangul()
    pandas.set_option("display.max_colwidth", None)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    python = ".".join(map(str, sys.version_info[:3]))
    print(say("setup.ready", python=python, torch=torch.__version__, device=device))


def seed(number: int = SEED) -> None:
    """Seed Python, NumPy and PyTorch, and make cuDNN choose the same algorithms every time."""
    import numpy
    import torch

    random.seed(number)
    numpy.random.seed(number)
    torch.manual_seed(number)
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False


def missing() -> list[str]:
    """The requirements of nlplab that are not installed, as pip takes them."""
    try:
        lines = metadata.requires("nlplab") or []
    except metadata.PackageNotFoundError:  # a copied folder says nothing of what it needs
        lines = []
    wanted = [line for line in lines if "extra ==" not in line]
    return [line for line in wanted if not _installed(re.split(r"[^\w.-]", line)[0])]


def _installed(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True
