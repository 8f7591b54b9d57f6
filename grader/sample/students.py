"""Who is in the sample class: all invented."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from nbformat import NotebookNode

from grader.sample import cheats, damage
from grader.sample.answers import Bank, Chosen


@dataclass(frozen=True)
class Student:
    """Who hands in which answers, what happens to the notebook, and how it is sent.

    `change` is done to the cells, `save` gives the bytes of the file that is called `file`. `first`
    are the answers of an earlier version, `writes` the sentences of the model answers in words.
    """

    id: str
    name: str
    by: Literal["Moodle", "Canvas", "Drive"]
    story: str
    choose: Callable[[Bank], Chosen]
    lang: str = "ko"
    writes: tuple[int, ...] = ()
    change: Callable[[NotebookNode], NotebookNode] | None = None
    save: Callable[[NotebookNode], bytes] = damage.saved
    file: str = "{assignment}.ipynb"
    late: bool = False
    extension: str = ""  # days, for the first section
    first: Callable[[Bank], Chosen] | None = None
    legacy: bool = False  # packed with a name in CP949 that says it is UTF-8


def _all(answers: Bank) -> Chosen:
    return answers.solutions


def _half(answers: Bank) -> Chosen:
    return answers.first(0.5)


CLASS = (
    Student("bae-noeul", "배노을", "Moodle", "perfect", _all, writes=(0, 1, 2, 3)),
    Student(
        "choi-garam",
        "최가람",
        "Moodle",
        "perfect in another way, saved by a Windows editor",
        lambda b: b.other_right(0),
        save=damage.by_windows,
        writes=(0, 1),
    ),
    Student(
        "han-byeol",
        "한별",
        "Moodle",
        "the first half; late, with an extension",
        _half,
        late=True,
        extension="3",
    ),
    Student("kim-areum", "김아름", "Moodle", "untouched", lambda b: {}),
    Student(
        "lee-dasom",
        "이다솜",
        "Moodle",
        "wrong in every second exercise; a zip with an untouched copy packed last",
        lambda b: b.wrong_in(2, 0),
        save=damage.zipped_with_an_untouched_copy,
        file="homework.zip",
        writes=(1,),
    ),
    Student(
        "moon-haru",
        "문하루",
        "Moodle",
        "wrong in every third; a zip with a path out of it",
        lambda b: b.wrong_in(3, 1),
        save=damage.zipped_with_a_way_out,
        file="homework.zip",
    ),
    Student(
        "seo-haneul",
        "서하늘",
        "Moodle",
        "a PDF instead of the notebook",
        _all,
        save=damage.as_pdf,
        file="{assignment}.pdf",
    ),
    Student(
        "go-eunsol",
        "고은솔",
        "Moodle",
        "half; patches torch.allclose for the rest",
        _half,
        change=cheats.compares_all,
    ),
    Student(
        "do-hangyeol",
        "도한결",
        "Moodle",
        "half; edits the test cells to pass",
        _half,
        change=cheats.passes_edited,
    ),
    Student(
        "ellis-ward",
        "Ellis Ward",
        "Canvas",
        "perfect, in English",
        lambda b: b.other_right(1),
        lang="en",
        writes=(0, 1, 2, 3),
    ),
    Student(
        "oh-saebom",
        "오새봄",
        "Canvas",
        "wrong everywhere, in every second as lee-dasom but for comments; late",
        lambda b: b.copied(b.wrong_in(1, 0)),
        late=True,
    ),
    Student(
        "jung-sol",
        "정솔",
        "Canvas",
        "the first quarter, then all but a quarter",
        lambda b: b.first(0.75),
        first=lambda b: b.first(0.25),
        writes=(0, 2),
    ),
    Student("gu-seulgi", "구슬기", "Canvas", "an upload cut short", _all, save=damage.cut_short),
    Student(
        "park-iseul",
        "박이슬",
        "Canvas",
        "ends the kernel half-way with os._exit",
        lambda b: b.crashing(),
    ),
    Student(
        "ryu-bitna",
        "류빛나",
        "Canvas",
        "half; an object that equals everything",
        _half,
        change=cheats.equals_all,
    ),
    Student(
        "ma-dahye",
        "마다혜",
        "Canvas",
        "half; tags test cells to be skipped",
        _half,
        change=cheats.skips_tests,
    ),
    Student(
        "shin-onyu",
        "신온유",
        "Drive",
        "perfect, saved by Colab",
        lambda b: b.other_right(2),
        save=damage.by_colab,
        file="{assignment}_{name}의 사본.ipynb",
        writes=(1, 2, 0),
    ),
    Student(
        "yoon-maru",
        "윤마루",
        "Drive",
        "more than half, in English, saved by Colab",
        lambda b: b.first(0.6),
        lang="en",
        save=damage.by_colab,
        file="Copy of {assignment} {name}.ipynb",
        writes=(0,),
    ),
    Student(
        "jang-neulbom",
        "장늘봄",
        "Drive",
        "perfect; all of nbgrader's metadata lost",
        _all,
        change=damage.without_metadata,
        file="{name} {assignment} (1).ipynb",
        writes=(2, 0, 1),
    ),
    Student(
        "ahn-mirae",
        "안미래",
        "Drive",
        "perfect; one answer twice, and they differ",
        _all,
        change=damage.one_answer_twice,
        file="{name}/Copy of {assignment} (1).ipynb",
    ),
    Student(
        "im-dallae",
        "임달래",
        "Drive",
        "perfect; the last answer below its tests",
        _all,
        change=damage.tests_above,
        file="사본 - {assignment} {name}.ipynb",
    ),
    Student(
        "tak-gaon",
        "탁가온",
        "Drive",
        "perfect; prints added to test cells",
        _all,
        change=damage.prints_in_tests,
        file="{id}/{assignment}.ipynb",
    ),
    Student(
        "bin-yeoul",
        "빈여울",
        "Drive",
        "half; looks for the hidden tests; the name in another encoding than it says",
        _half,
        change=cheats.looks_around,
        legacy=True,
        file="{name}_{assignment}.ipynb",
    ),
    Student(
        "nora-finch",
        "Nora Finch",
        "Drive",
        "perfect; a name that is not on the roster",
        _all,
        lang="en",
        file="N. Finch/Copy of {assignment} (1).ipynb",
        writes=(3, 0),
    ),
)
