"""A workbook of somebody's own and a data file that maps it, made for one test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from baocao.errors import Finding
from baocao.mapping.mapping import from_workbook
from baocao.source.files import read_tree
from baocao.source.raw import RawValue, Reading

TABLE = (
    ("", "Đơn vị", "Hồ sơ", "", "Hạng", "Trên tổng số"),
    ("", "", "Tiếp nhận", "Đã giải quyết", "", ""),
    (1, "Xã Tân Phú", 10, 9, 1, 3),
    (2, "Xã Tân Hồng", 20, "1.018", 2, 3),
    (3, "Phường Tân Phú", 30, "", 3, 3),
    ("", "Tổng cộng", 60, 27, "", ""),
)
"""Sheet "Tổng hợp" from A1 on; C1:D1 is merged over two headings."""

ROWS = """
  trang: Tổng hợp
  dong_tieu_de: 1-2
  cot_don_vi: Đơn vị
  cot:
    tthc.tiep_nhan: Hồ sơ/Tiếp nhận
    tthc.da_giai_quyet: Đã giải quyết
    chi_so.hang: E/F
"""


def write_book(
    path: Path, *sheets: tuple[str, Sequence[Sequence[Any]]], more: Callable[..., None] | None = None
) -> None:
    """Sheets by name with rows from A1 on; `more` may add to the first one what XlsxWriter can."""
    with xlsxwriter.Workbook(path, {"default_date_format": "d/m/yyyy"}) as book:
        made = [book.add_worksheet(name) for name, _ in sheets]
        for sheet, (_, rows) in zip(made, sheets, strict=True):
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value != "":
                        sheet.write(number, column, value)
        if more is not None:
            more(book, made[0])


def write_table(
    folder: Path, rows: Sequence[Sequence[Any]] = TABLE, *others: tuple[str, Sequence[Sequence[Any]]]
) -> None:
    """bang.xlsx with the table of units and other sheets."""
    write_book(folder / "bang.xlsx", ("Tổng hợp", rows), *others, more=_merge)


def _merge(book: Any, sheet: Any) -> None:
    sheet.merge_range("C1:D1", "Hồ sơ")


def mapped(folder: Path, entry: str, figures: str = "", **asked: str) -> Reading:
    """What a data file gives whose `bang_tinh` names bang.xlsx and goes on with `entry`."""
    file = folder / "so-lieu.yaml"
    file.write_text(
        f"goi: cchc-nam\nky: {{loai: nam, nam: 2026}}\nbang_tinh:\n  tep: bang.xlsx\n{entry}\n{figures}\n",
        "utf-8",
    )
    return from_workbook(read_tree(file), folder, **asked)


def figure(reading: Reading, id_: str) -> RawValue:
    """One figure of `so_lieu`."""
    raw = reading.value.children["so_lieu"]
    for name in id_.split("."):
        raw = raw.children[name]
    return raw


def told(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """Code of each finding and its place after the file's name."""
    return [(item.code, str(item.where.but(file="")).removeprefix(", ")) for item in findings]


def words(findings: Iterable[Finding]) -> str:
    """Everything that is said."""
    return "\n".join(f"{item.where}: {item.text} {item.remedy}" for item in findings)
