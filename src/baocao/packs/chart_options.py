"""What a chart shows, as told: in noi-dung.md behind `@bieu_do`, in Word in its alternative text.

Both are the same list of names and values. Expressions are kept as text; nothing is computed here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from baocao.ooxml.charts.looks import GREY, PALETTES
from baocao.packs.entry import Entry
from baocao.source.raw import RawValue

DATA_KEYS = ("so_lieu", "nhom", "danh_sach", "theo", "tong", "mau", "mo_ta")
SCALES = {"nghìn": 3, "triệu": 6, "tỷ": 9}
"""What figures may be told in: the power of ten they are divided by."""
_FIELD = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_SAMPLE = "tthc.tiep_nhan.cac_nam"


class Row(NamedTuple):
    """A series, or one figure of the only series. name: "" has the label of its indicator. of: expressions,
    one for a whole series or a figure, several for the figures of a series one by one.
    """

    name: str
    of: tuple[str, ...]
    one_by_one: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """The data of a chart. groups: expressions or names of the categories; groups_listed: each is one name.
    rows_of: expression of a list whose rows are the categories; then groups and rows name its fields.
    power: of the unit figures are told in. whole: expression of what the slices of a pie add up to.
    coloured: expression; what is "có" there prints the chart in colour.
    """

    rows: tuple[Row, ...]
    groups: tuple[str, ...] = ()
    groups_listed: bool = False
    rows_of: str = ""
    power: int = 0
    whole: str = ""
    palette: str = GREY
    coloured: str = ""
    about: str = ""

    @property
    def is_series(self) -> bool:
        """Whether each row looks like a series of its own, as far as the words tell."""
        return bool(self.rows_of or self.groups) or any(
            row.one_by_one or "cac_nam" in row.of[0] or "|" in row.of[0] for row in self.rows
        )


def read_wanted(entry: Entry) -> Wanted:
    """The data of a chart out of its options; faults are added to the entry's findings."""
    rows_of = entry.text("danh_sach")
    coloured = _by_data(entry)
    wanted = Wanted(
        rows=_rows(entry),
        groups=_groups(entry),
        groups_listed=bool(entry.has("nhom") and entry.children["nhom"].items),
        rows_of=rows_of,
        power=SCALES.get(entry.choice("theo", tuple(SCALES)), 0),
        whole=entry.text("tong"),
        palette=GREY if coloured else entry.choice("mau", PALETTES, GREY),
        coloured=coloured,
        about=entry.text("mo_ta"),
    )
    if rows_of:
        _check_fields(entry, wanted)
    return wanted


def _by_data(entry: Entry) -> str:
    """The indicator that says whether a chart is in colour, "" when `mau` is a palette or is not given."""
    typed = entry.children["mau"].text.strip() if entry.has("mau") else ""
    return typed if "." in typed and _FIELD.fullmatch(typed) else ""


def _rows(entry: Entry) -> tuple[Row, ...]:
    raw = entry.children.get("so_lieu")
    if raw is None or raw.blank:
        entry.text("so_lieu", sample=f"{{Tiếp nhận: {_SAMPLE}}}")
        return ()
    if raw.children:
        return tuple(_row(entry, name, value) for name, value in raw.children.items())
    return tuple(_row(entry, "", value) for value in raw.items or (raw,))


def _row(entry: Entry, name: str, raw: RawValue) -> Row:
    items = raw.items or (raw,)
    if any(not item.text.strip() for item in items):
        entry.fault(raw, f"so_lieu.{name}" if name else "so_lieu", f"mã chỉ tiêu, ví dụ {_SAMPLE}")
    return Row(name, tuple(item.text.strip() for item in items), bool(raw.items))


def _groups(entry: Entry) -> tuple[str, ...]:
    return entry.texts("nhom")


def _check_fields(entry: Entry, wanted: Wanted) -> None:
    """Of a list, columns are named and nothing else; it needs the column of the categories too."""
    if not wanted.groups:
        entry.text("nhom", sample="ten")
    named = [("nhom", name) for name in wanted.groups]
    named += [("so_lieu", name) for row in wanted.rows for name in row.of]
    for key, name in named:
        if not _FIELD.fullmatch(name):
            entry.fault(entry.children[key], key, "tên cột của danh sách ghi ở danh_sach")
