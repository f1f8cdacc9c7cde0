"""Lists whose rows are numbered 1, 1.1, 1.1.1 (`bac`): sums, blanks, and what does not agree."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.derive.outline import with_sums_of_rows
from baocao.errors import Finding
from baocao.model.outline import added_rows, rows_below, top_rows
from baocao.model.record import Value
from baocao.packs.finder import find_pack
from baocao.produce import produce
from baocao.report import Report

UNIT = Path(__file__).resolve().parents[2] / "samples" / "chuyen-doi-so" / "don-vi.yaml"
HEAD = "goi: chuyen-doi-so\nky: {loai: nam, nam: 2026}\nvan_ban: {so: 12, ngay: 16/12/2026}\nso_lieu:\n"


def report_of(folder: Path, *rows: str) -> Report:
    lines = "".join(f"      - {{{row}, tieu_chi: a}}\n" for row in rows)
    file = folder / "2026.yaml"
    file.write_text(f"{HEAD}  cham_diem:\n    bang:\n{lines}", encoding="utf-8")
    return produce(file, unit=UNIT)


def told(report: Report) -> list[tuple[str, int | None]]:
    return [(item.code, item.where.line) for item in report.findings]


def only(report: Report) -> Finding:
    (found,) = report.findings
    return found


def test_a_blank_row_is_the_sum_of_those_below_and_the_whole_of_the_outer_rows(tmp_path: Path) -> None:
    rows = (
        'stt: "1"',
        'stt: "1.1"',
        'stt: "1.1.1", tu_cham: 2',
        'stt: "1.1.2", tu_cham: "1,5"',
        'stt: "1.2", tu_cham: 3',
        'stt: "2", tu_cham: 4',
    )
    report = report_of(tmp_path, *rows)
    assert not report.findings
    assert report.figures is not None
    printed = [str(row.tu_cham) for row in report.figures["cham_diem.bang"]]
    assert printed == ["6,5", "3,5", "2", "1,5", "3", "4"]
    assert str(report.figures["cham_diem.tong_diem"]) == "10,5"


def test_a_row_that_differs_from_those_below_is_told_with_every_number(tmp_path: Path) -> None:
    found = only(
        report_of(tmp_path, 'stt: "1", tu_cham: 20', 'stt: "1.1", tu_cham: 12', 'stt: "1.2", tu_cham: "7,5"')
    )
    assert (found.code, found.where.line) == ("bac-lech", 7)
    assert found.text == (
        "«Điểm tự chấm» của dòng 1 ghi là 20, nhưng các dòng ngay dưới cộng "
        "lại là 12 (1.1) + 7,5 (1.2) = 19,5."
    )
    assert [place.line for place in found.others] == [8, 9]


def test_a_row_without_all_below_it_or_with_a_hedge_is_not_judged(tmp_path: Path) -> None:
    report = report_of(tmp_path, 'stt: "1", tu_cham: 20', 'stt: "1.1", tu_cham: 12', 'stt: "1.2"')
    assert told(report) == []


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        (('stt: "1", tu_cham: 1', 'stt: "1", tu_cham: 2'), "bac-trung", 8),
        (('stt: "1", tu_cham: 1', 'stt: "2.1", tu_cham: 2'), "bac-thieu-dong-tren", 8),
    ],
)
def test_odd_numbers_are_told_at_their_line(
    rows: tuple[str, ...], code: str, line: int, tmp_path: Path
) -> None:
    report = report_of(tmp_path, *rows)
    assert (code, line) in told(report)
    assert report.data is None


def test_more_points_than_the_most_stop_the_report(tmp_path: Path) -> None:
    report = report_of(tmp_path, 'stt: "1", toi_da: 5, tu_cham: 6')
    assert [item.code for item in report.findings] == ["kiem-tra-vuot"]
    assert report.data is None


NUMBERS = st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=4), max_size=25)


@given(NUMBERS, st.data())
def test_every_row_above_others_is_their_sum_whatever_the_order(
    paths: list[list[int]], data: st.DataObject
) -> None:
    known = {tuple(path[:count]) for path in paths for count in range(1, len(path) + 1)}
    numbers = [".".join(map(str, path)) for path in data.draw(st.permutations(sorted(known)))]
    leaves = [name for name in numbers if not any(other.startswith(f"{name}.") for other in numbers)]
    rows = tuple(
        {"stt": Value(text=name)} | ({"tu_cham": Value(number=Decimal(1))} if name in leaves else {})
        for name in numbers
    )
    list_ = find_pack("chuyen-doi-so").catalogue["cham_diem.bang"]
    value = with_sums_of_rows(list_, Value(records=rows, tree="stt"))
    for place, below in rows_below(value.records, "stt").items():
        total = sum((value.records[item]["tu_cham"].number or 0 for item in below), Decimal(0))
        assert value.records[place]["tu_cham"].number == total
    whole = sum((row["tu_cham"].number or 0 for row in added_rows(value)), Decimal(0))
    assert whole == len(leaves)
    assert len(top_rows(rows, "stt")) == len({path[0] for path in paths})
