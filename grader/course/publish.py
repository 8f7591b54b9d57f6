"""The students' repository: released notebooks, `nlplab`, a README and a .gitignore.

Beside its files `publish` keeps a list of them, so that it can later remove what it wrote and no
longer writes, and never touches what somebody else put there.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from textwrap import dedent

from grader.course import sources
from grader.course.package import package, released
from grader.course.versions import Repository
from grader.errors import PublishError
from grader.notebooks.files import dumps, naming, read_bytes, write_bytes, write_text
from nlplab.messages import LANGUAGES

MANIFEST = ".nlplab-files"
IGNORED = ".gitignore"
_ROOMS = ("source", "notebooks", "solutions", "nlplab", "grader", "pretraining", "tests")


def publish(
    root: Path,
    directory: Path,
    repository: Repository | None = None,
    only: Iterable[str] | None = None,
) -> list[Path]:
    """Write or update the students' repository in `directory`; return the files that changed.

    With `only`, sections published before stay as they are; `nlplab` has the checks of these and
    of those named. Raises PublishError before anything is written: when the folder holds the
    project itself, when a file of somebody else's stands where one is to be written, and when a
    release gives a solution away. Raises ReleaseError.
    """
    root, directory = Path(root).resolve(), Path(directory).resolve()
    rooms = [root / room for room in _ROOMS]
    if root.is_relative_to(directory) or any(map(directory.is_relative_to, rooms)):
        raise PublishError(f"{directory} holds the project itself: publish to a folder of its own")
    ours = _manifest(directory)
    kept = _published_before(root, ours) if only is not None else set()
    notebooks = dict(_notebooks(root, sources.chosen(root, only), repository))
    sections = sorted({Path(name).stem for name in kept | set(notebooks)})
    files = notebooks | package(root, sections) | _readmes(sections, repository)
    files[IGNORED] = _IGNORED
    if IGNORED not in ours and (directory / IGNORED).exists():
        del files[IGNORED]  # GitHub offers one with a new repository: it stays
    differing = [name for name in files if _differs(directory / name, files[name])]
    foreign = [name for name in differing if name not in ours and (directory / name).exists()]
    if foreign:
        raise PublishError(f"not written by this command, move or delete: {', '.join(foreign)}")
    for name in sorted(ours - kept - set(files)):
        with naming(directory / name):
            (directory / name).unlink(missing_ok=True)
            _remove_empty((directory / name).parent, directory)
    for name in differing:
        write_bytes(directory / name, files[name])
    listing = "".join(f"{name}\n" for name in sorted(kept | set(files)))
    write_text(directory / MANIFEST, listing)
    return [directory / name for name in differing]


# --- files, by name below the folder ---


def _notebooks(
    root: Path, names: list[str], repository: Repository | None
) -> Iterator[tuple[str, bytes]]:
    for name in names:
        for lang in LANGUAGES:
            nb = released(root, lang, name, repository)
            yield f"notebooks/{lang}/{name}.ipynb", dumps(nb).encode("utf-8")


def _published_before(root: Path, ours: set[str]) -> set[str]:
    known = sources.assignments(root)
    return {n for n in ours if n.startswith("notebooks/") and Path(n).stem in known}


def _manifest(directory: Path) -> set[str]:
    path = directory / MANIFEST
    names = read_bytes(path).decode("utf-8").splitlines() if path.is_file() else []
    if bad := [n for n in names if not (directory / n).resolve().is_relative_to(directory)]:
        raise PublishError(f"{path} names files outside the folder: {', '.join(bad)}")
    return set(names)


def _differs(path: Path, content: bytes) -> bool:
    return not path.is_file() or read_bytes(path) != content


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


# --- README and .gitignore ---

_IGNORED = b"""\
# what notebooks write beside themselves
/notebooks/*/*
!/notebooks/*/*.ipynb
# what Python and Jupyter leave behind
.venv*/
.ipynb_checkpoints/
__pycache__/
*.egg-info/
/build/
"""


def _readmes(names: list[str], repository: Repository | None) -> dict[str, bytes]:
    return {
        "README.md": _readme(_ENGLISH, "en", names, repository),
        "README.ko.md": _readme(_KOREAN, "ko", names, repository),
    }


def _readme(text: str, lang: str, names: list[str], repository: Repository | None) -> bytes:
    entries = []
    for name in names:
        badge = f" {repository.badge(lang, name)}" if repository else ""
        entries.append(f"- [{name}](notebooks/{lang}/{name}.ipynb){badge}")
    return dedent(text).lstrip().replace("@NOTEBOOKS@", "\n".join(entries)).encode("utf-8")


_ENGLISH = """
    # NLP lab: from tokens to transformers

    [한국어](README.ko.md)

    Notebooks in which you build what modern language models are made of, piece by piece. You fill
    in short exercises, and a check below each tells you at once whether it is right and, if not,
    what kind of mistake it is.

    @NOTEBOOKS@

    ## In Colab

    Open a notebook with its badge, or in Colab choose *File → Open notebook → GitHub* and give the
    address of this repository. Save a copy in Drive before you write anything, then run the first
    cell: it installs what is missing or too old. No GPU is needed.

    ## In JupyterLab

    You need Python 3.11 or newer. In the folder of this repository:

        python -m venv .venv
        source .venv/bin/activate      # Windows: .venv\\Scripts\\activate
        pip install . jupyterlab
        jupyter lab notebooks/en

    ## How to work

    Run the cells from the top. A check says *not attempted* until you have replaced the TODO above
    it. After a disconnect, run everything again from the top: your answers are still in the
    notebook. To hand in, save it and submit the `.ipynb` file where your instructor asks for it.
"""

_KOREAN = """
    # NLP 실습: 토큰에서 트랜스포머까지

    [English](README.md)

    오늘날 언어 모델을 이루는 부품을 하나씩 직접 만들어 보는 노트북입니다. 짧은 연습 문제를 채우면
    바로 아래의 검사가 맞았는지, 틀렸다면 어떤 실수인지 곧바로 알려 줍니다.

    @NOTEBOOKS@

    ## Colab에서

    노트북 옆의 배지를 누르거나, Colab에서 *파일 → 노트 열기 → GitHub*를 골라 이 저장소의 주소를
    넣으세요. 무엇이든 쓰기 전에 드라이브에 사본을 저장하고 첫 번째 셀을 실행하세요. 없거나 오래된
    패키지는 이 셀이 설치합니다. GPU는 없어도 됩니다.

    ## JupyterLab에서

    Python 3.11 이상이 필요합니다. 이 저장소의 폴더에서 다음을 실행하세요.

        python -m venv .venv
        source .venv/bin/activate      # Windows: .venv\\Scripts\\activate
        pip install . jupyterlab
        jupyter lab notebooks/ko

    ## 공부하는 방법

    셀을 위에서부터 차례로 실행하세요. TODO를 채우기 전에는 검사가 '아직 시도하지 않음'이라고
    알려 줍니다. 연결이 끊겼다면 처음부터 다시 실행하면 됩니다. 작성한 답은 노트북에 남아 있습니다.
    제출할 때는 노트북을 저장한 뒤 `.ipynb` 파일을 강사가 안내한 곳에 올리세요.
"""
