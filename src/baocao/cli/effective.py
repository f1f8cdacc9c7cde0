"""`baocao mau xem` on the screen: the values in effect, grouped; a star marks what is not the pack's own."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from baocao.cli.table import screen_width
from baocao.derive.fields import KIND_WORDS
from baocao.errors import Where
from baocao.model.origins import NONE
from baocao.model.origins import Origin as OfProfile
from baocao.model.profile import How
from baocao.overview import Overview
from baocao.packs.origins import Effective
from baocao.packs.pack import Origin

_MANIFEST_WORDS = {
    "ma": "mã gói",
    "phien_ban": "phiên bản",
    "ten": "tên báo cáo",
    "ten_loai": "tên loại văn bản",
    "ky_hieu": "chữ viết tắt tên loại",
    "trich_yeu": "trích yếu",
    "ky": "kỳ báo cáo",
    "cap": "cấp đơn vị",
    "danh_so": "cách đánh số đề mục",
    "the_thuc": "thể thức",
    "noi_nhan": "nơi nhận",
    "dua_tren": "dựa trên gói",
    "lay_chi_tieu": "lấy chỉ tiêu của gói",
    "lay_cac_nam": "lấy số liệu các năm của gói",
    "lam_cho": "làm cho phiên bản",
    "dang": "dạng của tệp gói",
}
_OF_THE_FILES = ("ma", "dang", "lam_cho")
"""What says which pack a folder of files is of, and changes nothing in it."""

_PACK_FILES = ("goi.yaml", "chi-tieu.yaml", "noi-dung.md", "mau.docx")
_LONGEST = 200
"""Characters of a value on a page that does not show everything."""


class Row(NamedTuple):
    """One line of a group. source: where the value comes from, "" when the line says so itself."""

    name: str
    value: str
    source: str = ""
    own: bool = False


def page(seen: Overview, *, sources: bool = False, every: bool = False) -> str:
    """The whole page. sources: the origin of each value under it. every: also what nobody has changed."""
    rows = _Rows(seen, every)
    manifest, indicators = seen.pack.manifest, sum(1 for _ in seen.pack.catalogue)
    groups = {
        "CÁC THƯ MỤC CỦA GÓI, TRÊN ĐÈ DƯỚI": rows.layers(),
        "GÓI MẪU (goi.yaml)": rows.manifest(),
        "NHÓM CHỈ TIÊU (chi-tieu.yaml)": rows.groups(),
        f"CHỈ TIÊU (chi-tieu.yaml): {indicators:02d}, đã sửa {len(rows.changed):02d}": rows.indicators(),
        "KHỐI CỦA MẪU WORD (thêm --khoi vào lệnh để xem khối nào có chữ gì)": rows.blocks(),
        "MẢNH DÙNG CHUNG": rows.fragments(),
        "HỒ SƠ ĐƠN VỊ (don-vi.yaml)": rows.profile(),
    }
    lines = [
        f"Gói mẫu {seen.pack.id}, phiên bản {manifest.version}: {manifest.title}",
        "Dấu * ở đầu dòng: chỗ đã sửa khác với gói, do đơn vị, cấp trên hoặc dòng lệnh.",
    ]
    for title, found in groups.items():
        if shown := list(found):
            lines += ["", title, *_laid_out(shown, sources)]
    return "\n".join(lines)


class _Rows:
    """The rows of each group."""

    def __init__(self, seen: Overview, every: bool) -> None:
        self.seen, self.every = seen, every
        self._ground = seen.pack.layers[-1].origin
        entries = (item for item in seen.values if item.path[0] == "chi_tieu")
        self._by_id = {id_: list(items) for id_, items in groupby(entries, lambda item: item.path[1])}
        self.changed = [id_ for id_, items in self._by_id.items() if any(map(self._is_changed, items))]

    def layers(self) -> Iterator[Row]:
        for layer in self.seen.pack.layers:
            files = ", ".join(name for name in _PACK_FILES if (layer.folder / name).is_file())
            value = f"{_short(str(layer.folder))} ({files})"
            yield Row(f"{layer.origin} ({layer.pack})", value, own=self._is_own(layer.origin))

    def manifest(self) -> Iterator[Row]:
        for item in self.seen.values:
            if item.path[0] in ("nhom", "chi_tieu") or item.key == "dang":
                continue
            yield self._row(item.key, item, _MANIFEST_WORDS.get(item.path[0], ""))

    def groups(self) -> Iterator[Row]:
        for item in self.seen.values:
            if item.path[0] == "nhom" and (self.every or self._is_changed(item)):
                yield self._row(".".join(item.path[1:]), item)

    def indicators(self) -> Iterator[Row]:
        """The changed ones with what is changed in them, then the others when asked."""
        for id_ in self.changed:
            yield from self._changed_indicator(id_)
        rest = [id_ for id_ in self._by_id if id_ not in self.changed]
        if self.every:
            yield from (self._indicator(id_) for id_ in rest)
        elif rest:
            more = "giữ nguyên của gói; thêm --tat-ca vào lệnh để xem hết"
            yield Row(f"{len(rest):02d} chỉ tiêu", more)

    def _indicator(self, id_: str) -> Row:
        indicator, first = self.seen.pack.catalogue[id_], self._by_id[id_][0]
        facts = (KIND_WORDS[indicator.kind], indicator.unit, "bắt buộc" if indicator.required else "")
        words = ", ".join(dict.fromkeys(filter(None, facts)))
        return Row(id_, f"{indicator.label} ({words})", _source(first.origin, first.where))

    def _changed_indicator(self, id_: str) -> Iterator[Row]:
        """The indicator, then its changed attributes; of one that only the unit has, the indicator alone."""
        typed = [item for item in self._by_id[id_] if item.origin is not Origin.DEFAULT]
        added = all(self._is_changed(item) and not item.below for item in typed)
        row = self._indicator(id_)
        yield row._replace(value=f"{row.value}, thêm mới" if added else row.value, own=True)
        for item in typed:
            if self._is_changed(item) and not added:
                yield self._row("    " + ".".join(item.path[2:]), item)

    def blocks(self) -> Iterator[Row]:
        """One row a file: blocks are many, files few."""
        by_file: dict[tuple[Origin, Path], list[str]] = {}
        for piece in self.seen.blocks:
            by_file.setdefault((piece.origin, piece.file), []).append(piece.name)
        for (origin, file), names in by_file.items():
            value = f"{_short(str(file))}: {', '.join(names)}"
            yield Row(f"{origin} ({len(names):02d} khối)", value, own=self._is_own(origin))

    def fragments(self) -> Iterator[Row]:
        for item in self.seen.fragments:
            value = f"{item.origin}, {_short(str(item.file))}"
            yield Row(item.name, value + ("" if item.used else " (mẫu này không dùng)"), own=item.origin.own)

    def profile(self) -> Iterator[Row]:
        """What the unit does not say itself is marked by its origin."""
        for item in self.seen.profile:
            if item.value != NONE or self.every:
                value = item.value if self.every else textwrap.shorten(item.value, _LONGEST, placeholder=" …")
                other = f" [{item.how}]" if item.how in (How.PARENT, How.FORMER) else ""
                yield Row(item.key, f"{item.label}: {value}{other}", _of_profile(item))

    def _row(self, name: str, item: Effective, label: str = "") -> Row:
        own = self._is_changed(item)
        lead = f"{label}: " if label else ""
        instead = f" (thay cho: {item.below})" if own and item.below else ""
        return Row(name, lead + item.text + instead, _source(item.origin, item.where), own)

    def _is_changed(self, item: Effective) -> bool:
        return self._is_own(item.origin) and item.key not in _OF_THE_FILES and item.text != item.below

    def _is_own(self, origin: Origin) -> bool:
        """Whether a layer changes the pack; one that is the pack does not."""
        return origin.own and origin is not self._ground


def _of_profile(item: OfProfile) -> str:
    """The source of a value, and the line that chooses it: "hồ sơ đơn vị, don-vi.yaml:9; chọn ở …:10"."""
    chosen = _place(item.chosen_at)
    return _source(item.how, item.where) + (f"; được chọn ở {chosen}" if chosen else "")


def _source(origin: str, where: Where) -> str:
    """An origin with its place: "thư mục đơn vị, mau/cchc-nam/goi.yaml:3"."""
    place = _place(where)
    return f"{origin}, {place}" if place else str(origin)


def _place(where: Where) -> str:
    return f"{_short(where.file)}:{where.line}" if where.file else ""


def _short(file: str) -> str:
    """A path as seen from the current folder, when that is no detour."""
    try:
        near = os.path.relpath(file)
    except ValueError:  # another drive
        return file
    return file if near.startswith(os.pardir) else near


def _laid_out(rows: Sequence[Row], sources: bool) -> Iterator[str]:
    """Names in one column, values in the next, the source of a value under it."""
    width = min(max(len(row.name) for row in rows), 44)
    room = max(screen_width() - width - 6, 40)
    for row in rows:
        wrapped = textwrap.wrap(clean(row.value), room) or [""]
        yield f"{'*' if row.own else ' '} {clean(row.name).ljust(width)}  {wrapped[0]}".rstrip()
        below = wrapped[1:] + ([f"← {clean(row.source)}"] if sources and row.source else [])
        yield from (" " * (width + 4) + line for line in below)


def clean(words: str) -> str:
    """What was typed cannot steer the terminal."""
    return "".join(letter if letter.isprintable() else " " for letter in words)
