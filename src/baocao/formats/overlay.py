"""A file of one's own laid over the entries of a format: any number, text, list or pattern may be another.

What the format lies on decides what an entry may be: its kind, and which names there are. Faults are findings
with the line they stand on; the entry then keeps what it had.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from baocao.errors import Finding, finding
from baocao.formats.limits import LONGEST_FONT_NAME, bearable, bounds_of, crowded, is_written
from baocao.formats.model import ALIGNMENTS
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.dates import parse_date
from baocao.vietnamese.text import nearest

_ABSENT = object()
_LIMITS = {"tu": 0.0, "den": 0.0, "dieu": "", "hieu_luc": ""}
_LOOK = {
    "dam": False, "nghieng": False, "hoa": False, "thut": False, "than": False, "dinh_sau": False,
    "truoc": 0.0, "sau": 0.0, "trai": 0.0, "chu": "", "hieu_luc": "",
}  # fmt: skip
_HEADING = {"dam": False, "hoa": False, "thut": False, "dong_rieng": False, "hieu_luc": ""}
_RULE = {
    "vi_sao": "",
    "sua": "",
    "dung": "",
    "sai": "",
    "tham_so": {},
    "thanh_phan": "",
    "vung": "",
    "noi_khac": "",
}

_FORCES = ("bat_buoc", "thong_le", "nen_xem")
_LONGEST_SHOWN = 60
_COLOR = re.compile("[0-9A-F]{6}")
_PATTERN = re.compile(r"[\\^]|\(\?")
"""What only patterns hold."""

_NAMES = {str: "một dòng chữ", bool: "true hoặc false", float: "một số", int: "một số", list: "một danh sách"}


class Overlay:
    """The faults met while a file is laid over. Paths are the names of entries, joined by a dot."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def laid(self, base: Any, raw: RawValue, path: str) -> Any:
        """What the entry at `path` becomes: `raw` where it says something fitting, else `base`."""
        if isinstance(base, Mapping):
            return self._mapping(base, raw, path)
        if isinstance(base, list):
            return self._list(base, raw, path)
        value = _scalar(base, raw)
        if value is _ABSENT:
            return self._wrong(base, raw, path, _wanted(base))
        if isinstance(value, int | float) and not isinstance(value, bool) and not bearable(path, value):
            low, high = map(_figure, bounds_of(path))
            return self._wrong(base, raw, path, f"một số từ {low} đến {high}")
        if isinstance(value, str):
            return self._text(base, value, raw, path)
        return value

    def expects(self, raw: RawValue | None, path: str, literal: Literal) -> None:
        """Tell where the entry at `path` is there, but is no group or list, whichever `literal` says."""
        if raw is not None and raw.literal not in (literal, Literal.NULL):
            kinds = {Literal.LIST: "một danh sách, ví dụ [PG02, TN05]", Literal.MAP: "một nhóm gồm các mục"}
            self._wrong(None, raw, path, kinds[literal])

    def unknown(self, raw: RawValue, path: str, names: Mapping[str, object]) -> None:
        """Tell that there is no entry at `path`; `names` are those of its group."""
        near = nearest(path.rpartition(".")[2], names)
        hint = f" Có phải «{near}» không?" if near else ""
        self.findings.append(finding("the-thuc-muc-la", raw.where, muc=path, goi_y=hint))

    def _mapping(self, base: Mapping[str, Any], raw: RawValue, path: str) -> Any:
        if raw.literal is not Literal.MAP:
            return self._wrong(base, raw, path, f"một nhóm gồm các mục {', '.join(list(base)[:4])}")
        made, known = dict(base), {**_optional(base, path), **base}
        free = _is_word_list(base, path)
        for name, entry in raw.children.items():
            inner = f"{path}.{name}" if path else name
            if entry.literal is Literal.NULL and name in _LIMITS:
                made.pop(name, None)
            elif name in known or free:
                made[name] = self.laid(known.get(name, ""), entry, inner)
            else:
                self.unknown(entry, inner, known)
        self._in_range(made, raw, path)
        wanted = crowded(made) if path == "trang" and not self.findings else ""
        return self._wrong(base, raw, path, wanted) if wanted else made

    def _in_range(self, entry: Mapping[str, Any], raw: RawValue, path: str) -> None:
        chosen = entry.get("chon")
        if not isinstance(chosen, int | float) or not {"chon", "tu", "den"} & set(raw.children):
            return
        low, high = entry.get("tu"), entry.get("den")
        if (low is not None and chosen < low) or (high is not None and chosen > high):
            limits = (("từ", low), ("đến", high))
            told = " ".join(f"{word} {_figure(limit)}" for word, limit in limits if limit is not None)
            code = "the-thuc-ngoai-khoang"
            self.findings.append(finding(code, raw.where, muc=path, chon=_figure(chosen), khoang=told))

    def _list(self, base: list[Any], raw: RawValue, path: str) -> Any:
        if raw.literal is not Literal.LIST:
            return self._wrong(base, raw, path, _NAMES[list])
        if path.endswith((".cot", ".co")) and len(raw.items) != len(base):
            return self._wrong(base, raw, path, f"danh sách {len(base):02d} số")
        first = base[0] if base else ""
        return [self.laid(first, item, f"{path}.{number}") for number, item in enumerate(raw.items, 1)]

    def _text(self, base: Any, value: str, raw: RawValue, path: str) -> Any:
        name = path.rpartition(".")[2]
        choices = _choices(name, path)
        if choices and value not in choices:
            return self._wrong(base, raw, path, f"một trong: {', '.join(choices)}")
        if not is_written(value):
            return self._wrong(base, raw, path, "chữ in được, không có ký tự điều khiển")
        if path == "phong_chu.ten" and len(value) > LONGEST_FONT_NAME:
            return self._wrong(base, raw, path, f"tên phông không quá {LONGEST_FONT_NAME} chữ")
        if path.endswith("phong_chu.mau") and not _COLOR.fullmatch(value):
            return self._wrong(base, raw, path, "mã màu 6 chữ số, ví dụ 000000")
        if _PATTERN.search(base):
            wanted = _pattern_fault(base, value)
            return self._wrong(base, raw, path, wanted) if wanted else value
        return value

    def _wrong(self, base: Any, raw: RawValue, path: str, wanted: str) -> Any:
        shown = _shown(raw.text) or {Literal.MAP: "một nhóm", Literal.LIST: "một danh sách"}.get(
            raw.literal, ""
        )
        self.findings.append(finding("the-thuc-sai-kieu", raw.where, muc=path, gia_tri=shown, can=wanted))
        return base


def _optional(base: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """Entries that a group may have besides those it has."""
    if "chon" in base:
        return _LIMITS
    if "kieu" in base:
        return _LOOK
    if path.startswith("de_muc."):
        return _HEADING
    return _RULE if "ten" in base and path.startswith("quy_tac.") else {}


def _is_word_list(base: Mapping[str, Any], path: str) -> bool:
    """Whether its names are words of the texts that it speaks of, so that there may be others."""
    inside = path.startswith("quy_tac.") and path.count(".") >= 3
    return inside and "chon" not in base and all(isinstance(value, str) for value in base.values())


def _choices(name: str, path: str) -> tuple[str, ...]:
    """The words that an entry may be; none when it is free. Only a rule may be worth a look."""
    if name == "hieu_luc":
        return _FORCES if path.startswith("quy_tac.") else _FORCES[:2]
    return tuple(ALIGNMENTS) if name == "can" and not path.startswith("quy_tac.") else ()


def _scalar(base: Any, raw: RawValue) -> Any:
    """The value of the kind of `base`; `_ABSENT` when it is none."""
    if isinstance(base, bool):
        return raw.text.lower() == "true" if raw.literal is Literal.BOOL else _ABSENT
    if isinstance(base, int | float):
        return _number(raw.text, whole=isinstance(base, int))
    if isinstance(base, dt.date):
        return parse_date(raw.text).day or _ABSENT
    plain = raw.literal in (Literal.TEXT, Literal.NUMBER, Literal.EXACT)
    return raw.text if plain and raw.text.strip() else _ABSENT


def _number(text: str, *, whole: bool) -> Any:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return _ABSENT
    return int(value) if whole and value.is_integer() else value if isfinite(value) else _ABSENT


def _wanted(base: Any) -> str:
    if isinstance(base, dt.date):
        return "một ngày, ví dụ 2030-01-15"
    return _NAMES.get(type(base), _NAMES[str])


def _pattern_fault(base: str, pattern: str) -> str:
    """What a pattern instead of `base` has to be, in words; "" when it is so. Rules ask for its groups."""
    try:
        made, wanted = re.compile(pattern), re.compile(base)
    except re.error:
        return "một mẫu nhận chữ viết đúng cách"
    names = [f"(?P<{name}>…)" for name in wanted.groupindex if name not in made.groupindex]
    if names:
        return f"một mẫu nhận chữ có nhóm {', '.join(names)}"
    return f"một mẫu nhận chữ có {wanted.groups:02d} nhóm (…)" if made.groups < wanted.groups else ""


def _figure(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _shown(text: str) -> str:
    """A text as a message can print it."""
    plain = "".join(letter if letter.isprintable() else "?" for letter in text)
    return plain if len(plain) <= _LONGEST_SHOWN else plain[:_LONGEST_SHOWN] + "…"


def names_in(raw: RawValue | None) -> Iterator[tuple[str, RawValue]]:
    """The words of a list, each with its place; nothing for what is no list."""
    for item in raw.items if raw is not None else ():
        yield item.text.strip(), item
