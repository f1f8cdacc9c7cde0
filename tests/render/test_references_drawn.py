"""Reports with any sections present or absent: a reference always says the number that stands at its heading."""

# ruff: noqa: E501 - literals of templates stay whole

import random
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.render import to_bytes
from baocao.vietnamese.words import ordinal
from outside_tools import converted
from references_kit import built, lines, rendered

_FORMS = ("I.", "1.", "a)")
_ROMAN = ("I", "II", "III", "IV")
_LETTERS = "abcdđe"
_SIZE = (3, 2, 3)


def _names():
    for part in range(_SIZE[0]):
        yield (part,)
        for section in range(_SIZE[1]):
            yield (part, section)
            yield from ((part, section, point) for point in range(_SIZE[2]))


NAMES = tuple(_names())
"""All headings that the template has, in order."""


def _key(name):
    return "m" + "_".join(map(str, name))


def _template():
    """Each heading stands in a condition of its own, and so does the sentence that refers to it, at the end."""
    out = []
    for name in NAMES:
        out.append(
            f"{{% if {_key(name)} %}}\n{'#' * len(name)} Tên {_key(name)}[^n{_key(name)}] {{#{_key(name)}}}\n{{% endif %}}"
        )
    for name in NAMES:
        out.append(
            f"{{% if {_key(name)} %}}\nXem {_key(name)}: [@{_key(name)}], [@n{_key(name)}].\n{{% endif %}}"
        )
    return (
        "\n\n".join(out)
        + "\n\n"
        + "\n\n".join(f"[^n{_key(name)}]: Ghi {_key(name)}." for name in NAMES)
        + "\n"
    )


def _printed(present):
    """Headings that are printed: one whose part has dropped out drops out too."""
    return [name for name in NAMES if all(name[: at + 1] in present for at in range(len(name)))]


def _expected(name, printed):
    """How a heading is cited, counted from those that are printed."""
    ranks = [
        [other for other in printed if len(other) == at + 1 and other[:at] == name[:at]].index(name[: at + 1])
        for at in range(len(name))
    ]
    words = [f"Phần {_ROMAN[ranks[0]]}"]
    words += [f"Mục {rank + 1}" for rank in ranks[1:2]] + [f"điểm {_LETTERS[rank]}" for rank in ranks[2:]]
    return " ".join(reversed(words))


def _sentences(present):
    printed = _printed(present)
    return [
        f"Xem {_key(name)}: {_expected(name, printed)}, chú thích {at}." for at, name in enumerate(printed, 1)
    ]


def _report(template, present):
    printed = _printed(present)
    return rendered(template, **{_key(name): name in printed for name in NAMES})


@pytest.fixture(scope="module")
def template():
    return built(_template(), _FORMS)


@settings(max_examples=40, deadline=None)
@given(present=st.sets(st.sampled_from(NAMES)))
def test_references_say_the_numbers_of_what_is_printed(template, present):
    parts = _report(template, present)
    assert [line for line in lines(parts) if line.startswith("Xem ")] == _sentences(present)


def test_parts_in_words():
    heads = "\n\n".join(f"{{% if {name} %}}\n# TÊN {{#{name}}}\n{{% endif %}}" for name in "abc")
    template = built(f"{heads}\n\nXem [@c].\n", ("Phần thứ nhất",))
    for count in range(3):
        figures = {name: at < count or name == "c" for at, name in enumerate("abc")}
        assert lines(rendered(template, **figures))[-1] == f"Xem Phần {ordinal(count + 1)}."


@pytest.mark.libreoffice
def test_libreoffice_reckons_the_same_numbers(template, tmp_path):
    """LibreOffice reckons REF anew (not NOTEREF): what it prints is what stood in the fields."""
    chance = random.Random(30)
    drawn = [{name for name in NAMES if chance.random() < 0.7} for _ in range(12)]
    files = {str(at): to_bytes(_report(template, present)) for at, present in enumerate(drawn)}
    pdfs = converted(files, tmp_path, "pdf")
    for at, present in enumerate(drawn):
        (tmp_path / "a.pdf").write_bytes(pdfs[str(at)])
        command = ["pdftotext", "-layout", str(tmp_path / "a.pdf"), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        printed = [line.strip().replace("\u00a0", " ") for line in text.split("\n")]
        assert [line for line in printed if line.startswith("Xem ")] == _sentences(present)
