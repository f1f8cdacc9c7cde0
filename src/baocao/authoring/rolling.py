"""`baocao tong-hop`: the files of the units -> a roll-up -> a data file of the unit above."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from baocao.errors import DataError, Finding, Where, finding
from baocao.forms.mapping import read_rows
from baocao.intake.files import read_data
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.reader import read
from baocao.model.validate import FORM
from baocao.rollup import Rolled, as_data, pack_of, read_upper, roll_up
from baocao.rollup.reading import name_of
from baocao.rollup.rolled import words
from baocao.rollup.sources import find_sources, last_years_place
from baocao.source.files import read_tree
from baocao.source.raw import Reading, nothing
from baocao.workplace import BOOK_SUFFIXES, find_workplace, year_of

HEADER = (
    "# Số liệu tổng hợp do lệnh «baocao tong-hop» lập; chạy lại lệnh thì tệp được ghi lại từ đầu.",
    "# Số riêng của đơn vị (số văn bản, hạng, lời văn…) nên để ở tệp khác và thêm vào bằng --kem.",
)
_OWN_ENTRIES = ("van_ban", "nguoi_ky", "nam_truoc", "cac_nam", "chu_thich")
_PLAIN = re.compile(r"[^\W_][^\n:#,\[\]{}\"'`|>%@&*!]*(?<!\s)")
_NO_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_WIDEST = 190


def roll_up_files(
    places: Sequence[Path],
    profile: Path,
    *,
    pack: str = "",
    result: Path | None = None,
    draft: bool = False,
) -> Rolled:
    """Add up the data files that `places` are or hold.

    profile: of the unit above. result: the file that will be written, which is no input. Units that sent last
    year, and not this year, are missing when the profile does not list the units. Raises `DataError` when
    there is nothing to add up, `PackError` when the pack cannot be used.
    """
    upper, faults = read_upper(profile)
    if not upper.name:
        raise DataError(
            faults or (finding("thieu-muc", Where(str(profile)), muc="ten", vi_du="Ủy ban nhân dân…"),)
        )
    sources = find_sources(places, result=result)
    year = _year_of(places)
    raws = list(_records(sources.files))
    if not upper.units and year:
        before = last_years_place(places, year)
        names = [name_of(raw, upper)[0] for raw in _records(find_sources(before).files)] if before else []
        upper = upper.expecting(names, f"thư mục năm trước ({', '.join(str(place) for place in before)})")
    rolled = roll_up(raws, pack_of(raws, upper, pack), upper, year=year, draft=draft)
    return replace(rolled, findings=(*faults, *sources.findings, *rolled.findings))


def profile_beside(places: Sequence[Path]) -> Path:
    """The profile of the working folder around the first place. Raises `DataError` when there is none."""
    place = find_workplace(places[0])
    if place is None:
        raise DataError(finding("tong-hop-thieu-don-vi"))
    return place.profile


def result_file(rolled: Rolled, target: Path, own: Path | None = None) -> tuple[bytes, tuple[Finding, ...]]:
    """The bytes of the result, and findings about the unit's own file; see `data_file`."""
    text, found = data_file(rolled, target, own)
    return text.encode(), found


def data_file(rolled: Rolled, target: Path, own: Path | None = None) -> tuple[str, tuple[Finding, ...]]:
    """The text of the data file. target: where it will stand; `.json` makes it JSON. own: a data file with
    what the units do not give: number and date, signer, ranks, texts. What it says stands.
    """
    profile = Path(os.path.relpath(rolled.upper.file, target.parent)).as_posix()
    data = as_data(rolled, profile)
    found: tuple[Finding, ...] = ()
    if own is not None:
        reading = read_data(own)
        found = (*reading.findings, *_merge(data, reading.value, rolled))
    data = {name: data[name] for name in FORM if name in data}
    if target.suffix.lower() == ".json":
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n", found
    return "\n".join((*HEADER, *_lines(data, 0))) + "\n", found


def _records(files: Iterable[Path]) -> Iterator[RawRecord]:
    """What each file says; a table with a row a unit is as many records."""
    for file in files:
        if _has_rows(file):
            yield from (_of_row(name, reading, file) for name, reading in read_rows(file))
        else:
            yield read(file)


def _has_rows(file: Path) -> bool:
    """Whether a file maps a workbook with a row for each unit, and names none of the rows."""
    if file.suffix.lower() in BOOK_SUFFIXES or not file.is_file():
        return False
    with file.open("rb") as stream:
        if b"bang_tinh" not in stream.read():
            return False
    entries = read_tree(file).value.children
    table = entries["bang_tinh"].children if "bang_tinh" in entries else {}
    return "cot_don_vi" in table and "dong" not in table


def _of_row(name: str, reading: Reading, file: Path) -> RawRecord:
    """One row of a mapped table as the record of its unit."""
    value = reading.value
    named = RawValue(name, value.where, Literal.TEXT)
    main = RawValue({**value.children, "don_vi": named}, value.where, Literal.MAP)
    return RawRecord(str(file), main, nothing("").value, findings=reading.findings)


def _year_of(places: Iterable[Path]) -> int:
    """The year that the folders are named after, 0 when there is none or they differ."""
    years = {
        next((year for part in reversed(place.parts) if (year := year_of(Path(part)))), 0) for place in places
    }
    return years.pop() if len(years) == 1 else 0


def _merge(data: dict[str, Any], own: RawValue, rolled: Rolled) -> Iterator[Finding]:
    """Take over what the unit's own file says; figures that stand in both are told."""
    for name in _OWN_ENTRIES:
        if name in own.children and not own.children[name].blank:
            data[name] = _plain_of(own.children[name])
    figures = own.children.get("so_lieu")
    for id_, raw in _leaves(figures, "", rolled) if figures is not None else ():
        total = rolled.totals.get(id_)
        if total is not None:
            one = rolled.pack.catalogue[id_]
            said = raw.text or f"{len(raw.items)} dòng"
            place = raw.where.but(key=id_, label=one.label)
            yield finding("tong-hop-cong-hai-noi", place, ten=one.label, rieng=said, cong=words(total, one))
        _put(data["so_lieu"], id_, _plain_of(raw))


def _leaves(raw: RawValue, prefix: str, rolled: Rolled) -> Iterator[tuple[str, RawValue]]:
    """Every entry that is an indicator's, or of an unknown name: reading the result will tell it."""
    for name, child in raw.children.items():
        id_ = f"{prefix}{name}"
        group = id_ not in rolled.pack.catalogue and child.children
        if group:
            yield from _leaves(child, f"{id_}.", rolled)
        elif not child.blank:
            yield id_, child


def _put(tree: dict[str, Any], id_: str, value: Any) -> None:
    *groups, last = id_.split(".")
    for name in groups:
        tree = tree.setdefault(name, {})
    tree[last] = value


def _plain_of(raw: RawValue) -> Any:
    if raw.children:
        return {name: _plain_of(child) for name, child in raw.children.items()}
    return [_plain_of(item) for item in raw.items] if raw.items else raw.text


def _lines(value: dict[str, Any], depth: int) -> Iterator[str]:
    """YAML: groups indented, what fits on a line on one."""
    lead = "  " * depth
    for name, item in value.items():
        start = f"{lead}{_scalar(name)}:"
        if isinstance(item, dict) and item and not (depth != 1 and _fits(item, start)):
            yield start
            yield from _lines(item, depth + 1)
        elif isinstance(item, list) and item:
            yield start
            for row in item:
                yield from _row(row, depth + 1)
        else:
            yield f"{start} {_flow(item)}"


def _row(row: Any, depth: int) -> Iterator[str]:
    lead = "  " * depth
    if not isinstance(row, dict) or _fits(row, f"{lead}- "):
        yield f"{lead}- {_flow(row)}"
        return
    first, *rest = _lines(row, depth + 1)
    yield f"{lead}- {first.strip()}"
    yield from rest


def _fits(item: dict[str, Any], start: str) -> bool:
    """Whether a mapping of nothing but texts may stand on one line."""
    return len(start) + len(_flow(item)) <= _WIDEST and not any(
        isinstance(child, dict | list) for child in item.values()
    )


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_scalar(name)}: {_flow(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(str(value))


def _scalar(text: str) -> str:
    """A text as YAML takes it: plain where nothing else could be read into it."""
    if _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT:
        return text
    if re.fullmatch(r"[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?%?", text) and "," not in text:
        return text
    return json.dumps(text, ensure_ascii=False)
