"""Figures come from data: each figure of the sample is changed in turn and found again in the document."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from baocao.intake.raw import RawRecord
from baocao.intake.reader import read
from baocao.packs.catalogue import NUMERIC, Catalogue, Kind
from baocao.produce import choose_pack, produce
from baocao.source.raw import RawValue
from baocao.vietnamese.numbers import format_number, parse_number, parse_ratio, split_hedge
from docx_reading import read_docx

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "tan-hong" / "2023.yaml"
RAW = read(SAMPLE)
PACK = choose_pack(RAW)
Path_ = tuple[str | int, ...]


def figures(value: RawValue, path: Path_, catalogue: Catalogue) -> Iterator[tuple[Path_, RawValue, Kind]]:
    """Every typed number below `value`, with its kind."""
    if value.children:
        for name, child in value.children.items():
            yield from figures(child, (*path, name), catalogue)
    elif value.items:
        for index, child in enumerate(value.items):
            yield from figures(child, (*path, index), catalogue)
    elif (kind := kind_of(path, catalogue)) in NUMERIC and any(sign.isdigit() for sign in value.text):
        assert kind is not None
        yield path, value, kind


def kind_of(path: Path_, catalogue: Catalogue) -> Kind | None:
    names = [step for step in path if isinstance(step, str)]
    for length in range(len(names), 0, -1):
        id_ = ".".join(names[:length])
        if id_ in catalogue:
            found = catalogue[id_]
            rest = names[length:]
            if found.kind is Kind.LIST and rest:
                return next((field.kind for field in found.fields if field.id == rest[0]), None)
            return found.kind if rest in ([], ["gia_tri"], ["cong_bo"]) else None
    return None


def changed(value: RawValue, path: Path_, text: str) -> RawValue:
    if not path:
        return replace(value, value=text)
    step, *rest = path
    if isinstance(step, int):
        items = list(value.items)
        items[step] = changed(items[step], tuple(rest), text)
        return replace(value, value=tuple(items))
    return replace(value, value={**value.children, step: changed(value.children[step], tuple(rest), text)})


def with_figure(path: Path_, text: str) -> RawRecord:
    if path[0] == "nam_truoc":
        assert RAW.previous is not None
        return replace(RAW, previous=changed(RAW.previous, path[1:], text))
    return replace(RAW, main=changed(RAW.main, path, text))


def other_figures(text: str, kind: Kind) -> Iterator[tuple[str, str]]:
    """Other values for a typed figure, and how each must appear in the document."""
    hedge, rest = split_hedge(text)
    lead = f"{hedge} " if hedge else ""
    if kind is Kind.RANK:
        ratio = parse_ratio(rest)
        for step in (-1, -2, -3, 1):
            yield f"{ratio.left + step}/{ratio.right}", f"{ratio.left + step:02}/{ratio.right:02}"
        return
    number = parse_number(rest, integer=kind in (Kind.COUNT, Kind.MONEY)).value
    assert number is not None, text
    steps = (
        (Decimal("1.11"), Decimal("-1.11")) if kind in (Kind.RATE, Kind.POINTS) else (Decimal(-1), Decimal(1))
    )
    for step in reversed(steps) if number == 1 else steps:
        typed = format_number(number + step)
        printed = f"{number + step:02}" if kind is Kind.COUNT and 0 < number + step < 10 else typed
        yield lead + typed, printed


def words_that_came(before: str, after: str) -> str:
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return " ".join(
        " ".join(new[start:end]) for kind, *_, start, end in matcher.get_opcodes() if kind != "equal"
    )


def is_word_of(printed: str, words: str) -> bool:
    """Whether the figure stands there whole: "8" is not in "1.808", but "197" is in "197/197"."""
    return re.search(rf"(?<![\w.,]){re.escape(printed)}(?![\w]|[.,]\d)", words) is not None


BEFORE = read_docx(produce(RAW).to_bytes()).text
FIGURES = [
    *figures(RAW.main.children["so_lieu"], (), PACK.catalogue),
]
LAST_YEAR = [*figures(RAW.previous, (), PACK.catalogue)] if RAW.previous else []
CASES = [(("so_lieu", *path), value.text, kind) for path, value, kind in FIGURES] + [
    (("nam_truoc", *path), value.text, kind) for path, value, kind in LAST_YEAR
]


def test_the_sample_holds_all_the_figures_of_the_report() -> None:
    assert len(FIGURES) == 88
    assert len(LAST_YEAR) == 3


@pytest.mark.parametrize(("path", "text", "kind"), CASES, ids=[".".join(map(str, case[0])) for case in CASES])
def test_a_changed_figure_is_found_in_the_document(path: Path_, text: str, kind: Kind) -> None:
    for typed, printed in other_figures(text, kind):
        report = produce(with_figure(path, typed))
        if report.data is not None:
            assert is_word_of(printed, words_that_came(BEFORE, read_docx(report.data).text))
            return
    pytest.fail(f"no other value of {path} was accepted")


def test_dossiers_received_change_every_place_that_prints_or_depends_on_them() -> None:
    after = read_docx(produce(with_figure(("so_lieu", "tthc", "tiep_nhan"), "27.700")).to_bytes()).text
    assert BEFORE.count("27.630") == 2
    assert after.count("27.700") == 2
    assert "27.630" not in after
    assert "tiếp nhận được 27.700 hồ sơ, đã giải quyết 27.282 hồ sơ, đạt 98,49%" in after
    assert "27.048/27.700 hồ sơ, tỷ lệ đạt 97,65%" in after


def test_a_stated_rate_keeps_its_typed_zeros_and_is_judged_with_them() -> None:
    stated = ("so_lieu", "tthc", "cap_xa", "ty_le_dung_han", "cong_bo")
    report = produce(with_figure(stated, "98,80%"))
    assert "đạt tỷ lệ 98,80%" in read_docx(report.to_bytes()).text
    rates = [item.text for item in report.findings if item.where.key == "tthc.cap_xa.ty_le_dung_han"]
    assert [text.partition(" không khớp")[0] for text in rates] == ["Tỷ lệ công bố 98,80%"]
    agreeing = produce(with_figure(stated, "98,8%"))
    assert not [item for item in agreeing.findings if item.where.key == "tthc.cap_xa.ty_le_dung_han"]
