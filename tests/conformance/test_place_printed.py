"""Computed places of lines and rules are those of the page that LibreOffice prints, within a millimetre."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from baocao.conformance.paper import Line, Paper, Story, StrokeKind
from baocao.conformance.reading.reader import read_paper
from baocao.formats import Mm
from conformance import builders_hand, builders_own, place_cases, place_drawn_cases
from conformance.place_kit import Sheet, printed
from outside_tools import resaved

pytestmark = pytest.mark.libreoffice

CASES = {
    **{f"dong/{name}": data for name, data in place_cases.lines().items()},
    **{f"bang/{name}": data for name, data in place_cases.tables().items()},
    **{f"ke/{name}": data for name, data in place_drawn_cases.rules().items()},
    **{f"hop/{name}": data for name, data in place_drawn_cases.boxes().items()},
}
BUILT = {one.name: one.build() for one in (*builders_own.constructions(), *builders_hand.constructions())}
SAVED_AGAIN = ("tay/bang-hinh-ve", "tay/tab-vml", "tay/khung-vml", "tay/to-trinh-hop", "nha/rieng")
"""Drawn lines, VML, frames, text boxes: as LibreOffice writes them."""
OTHERWISE = {
    "dong/ptab": "LibreOffice 7.4 không biết w:ptab",
    "bang/floating-text": "LibreOffice đặt chữ cả vào khe hẹp hơn một inch",
    "dong/decimal": "LibreOffice lấy dấu thập phân của máy, Word lấy dấu phẩy của tiếng Việt",
}
LETTERS = {StrokeKind.UNDERSCORES}
"""Rules that the page holds as letters, not as lines."""


@pytest.fixture(scope="session")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """The first page of every file, printed in one run."""
    files = {name.replace("/", "-"): data for name, data in {**CASES, **BUILT}.items()}
    return printed(files, tmp_path_factory.mktemp("cho-dung"))


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Some constructions saved by LibreOffice."""
    files = {name.replace("/", "-"): BUILT[name] for name in SAVED_AGAIN}
    return resaved(files, tmp_path_factory.mktemp("luu-lai"))


@pytest.fixture(scope="session")
def saved_sheets(saved: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sheet]:
    """The first pages of these."""
    return printed(saved, tmp_path_factory.mktemp("luu-lai-in"))


def told_lines(paper: Paper) -> Iterator[Line]:
    """Lines with a place whose words stand in the file once."""
    printed_ones = (paragraph for paragraph in paper.everything if paragraph.story != Story.NOTE)
    lines = [line for paragraph in printed_ones for line in paragraph.lines]
    text = "".join("".join(line.text.split()) for line in lines)
    counts = Counter({line.text: text.count("".join(line.text.split())) for line in lines})
    return (line for line in lines if line.left is not None and counts[line.text] == 1)


@pytest.mark.parametrize("name", [*CASES, *BUILT])
def test_lines_stand_where_they_are_printed(name: str, sheets: dict[str, Sheet]) -> None:
    if name in OTHERWISE:
        pytest.skip(OTHERWISE[name])
    check_lines(read_paper({**CASES, **BUILT}[name], name), sheets[name.replace("/", "-")])


def check_lines(paper: Paper, sheet: Sheet) -> None:
    """Every line with a place stands there on the sheet."""
    wrong = []
    for line in told_lines(paper):
        seen = sheet.sides_of(line.text)
        if seen:
            assert line.left is not None
            assert line.right is not None
            if abs(line.left - seen[0]) > Mm(1) or abs(line.right - seen[1]) > Mm(1):
                wrong.append((line.text, line.left, line.right, seen))
    assert wrong == []


@pytest.mark.parametrize("name", [*CASES, *BUILT])
def test_rules_are_as_long_as_they_are_printed(name: str, sheets: dict[str, Sheet]) -> None:
    check_rules(read_paper({**CASES, **BUILT}[name], name), sheets[name.replace("/", "-")])


@pytest.mark.parametrize("name", SAVED_AGAIN)
def test_places_in_files_saved_by_libreoffice(
    name: str, saved: dict[str, bytes], saved_sheets: dict[str, Sheet]
) -> None:
    paper = read_paper(saved[name.replace("/", "-")], name)
    check_lines(paper, saved_sheets[name.replace("/", "-")])
    check_rules(paper, saved_sheets[name.replace("/", "-")])


def check_rules(paper: Paper, sheet: Sheet) -> None:
    """The first rules of the file are drawn on the sheet."""
    told = [stroke for paragraph in paper.paragraphs for stroke in paragraph.strokes]
    for stroke in told[:3]:
        if stroke.kind in LETTERS:
            continue
        assert stroke.left is not None
        assert stroke.right is not None
        printed_ones = sheet.joined_strokes()
        assert any(
            abs(left - stroke.left) < Mm(1) and abs(right - stroke.right) < Mm(1)
            for left, right in printed_ones
        ), (stroke.kind, stroke.left, stroke.right, printed_ones)
