"""The text of a new unit profile: what follows from the unit's name is filled in, the rest marked."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from pathlib import Path

from baocao.model.naming import LEVEL_WORDS, accepted_levels, header_lines, self_name
from baocao.model.recipients import usual_recipients
from baocao.model.unit import is_collective, terms_of
from baocao.packs.pack import Pack
from baocao.vietnamese.text import nfc

SKELETONS = Path(__file__).parent / "khung"
"""Texts of the files that are started; `${...}` is filled in."""

TO_FILL = "CẦN ĐIỀN"
"""Stands in the comment of a blank entry, never in a value: a blank entry is a finding and is not printed."""

_SHORT = re.compile(r"ubnd\s+", re.IGNORECASE)
_COMMITTEE = re.compile(r"[uủ][ỷy] ban nhân dân\s+", re.IGNORECASE)
_LEVEL_WORD = re.compile(rf"(?:{'|'.join(LEVEL_WORDS.values())})\s+", re.IGNORECASE)
_PLAIN = re.compile(r"(?:\.\./)*[^\W\d_][\w ./-]*")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_OUTER_LEVELS = {"thanh_pho": "tinh", "thi_xa": "huyen", "quan": "huyen"}
"""The level in whose place a unit stands when the pack does not name its own; others stand for a commune."""

_EXAMPLES = {
    "ten": "tên đầy đủ của đơn vị, ví dụ Ủy ban nhân dân xã Minh Họa",
    "cap": "cấp của đơn vị: một trong {levels}",
    "dia_danh": "địa danh đứng trước ngày tháng, ví dụ Minh Họa",
    "ky_hieu": "chữ sau «{symbol}-» trong số văn bản, ví dụ UBND",
    "chuc_vu": "chức vụ người ký, ví dụ Chủ tịch",
    "ho_ten": "họ và tên người ký, ví dụ Nguyễn Văn An",
}
_REMARKS = {
    "cap": "cấp của đơn vị: một trong {levels}",
    "dia_danh": "đứng trước ngày tháng; tên đặt theo số, tên người thì gõ cả chữ Xã, Phường",
    "ky_hieu": "đứng sau «{symbol}-» trong số văn bản",
    "tu_xung": "đơn vị tự gọi mình như vậy trong báo cáo",
    "thay_mat": "in thành TM. ỦY BAN NHÂN DÂN",
}


def full_name(typed: str) -> str:
    """The unit's name in full, on one line: "UBND xã Minh Họa" is "Ủy ban nhân dân xã Minh Họa"."""
    name = " ".join(nfc(typed).split())
    return _SHORT.sub("Ủy ban nhân dân ", name, count=1) if _SHORT.match(name) else name


def level_of(name: str, pack: Pack) -> str:
    """The level that the name tells, as the pack calls it; "" when the name or the pack does not tell."""
    word = self_name(name, "").lower()
    own = next((level for level, named in LEVEL_WORDS.items() if named == word), "")
    allowed = pack.manifest.levels
    if not allowed or own in allowed:
        return own
    outer = _OUTER_LEVELS.get(own, "xa") if own else ""
    return outer if outer in allowed else ""


def place_of(name: str) -> str:
    """The place before the date (NĐ 30, PL I.II.4): of a people's committee its own name without the level,
    with it when the name is a number; "" for other agencies, whose name does not tell.
    """
    unit = _COMMITTEE.sub("", name, count=1)
    if unit == name:
        return ""
    bare = _LEVEL_WORD.sub("", unit, count=1)
    return bare if bare[:1].isalpha() else unit[:1].upper() + unit[1:]


def profile_text(pack: Pack, name: str, level: str = "", parent: str = "") -> str:
    """The whole don-vi.yaml. name: in full, or "" when it is not known yet. level: as the pack calls it.

    parent: path of the parent's profile as this one has to name it.
    """
    entries = {
        "ten": name,
        "cap": level or (level_of(name, pack) if name else ""),
        "dia_danh": place_of(name),
        "ky_hieu": "UBND" if is_collective(name) else "",
        "tu_xung": self_name(name, level) if name else "",
    }
    holes = {key: _entry(key, value, pack) for key, value in entries.items()}
    holes["dong_ten"] = _lines_of_name(name)
    holes["cap_tren"] = _parent(parent)
    holes["nguoi_ky"] = _signer(name, pack)
    holes["noi_nhan"] = "\n".join(f"#   - {scalar(item)}" for item in _recipients(pack, name, entries["cap"]))
    return fill("don-vi.yaml", holes | {"goi": pack.id})


def fill(skeleton: str, holes: Mapping[str, str]) -> str:
    """A text of `SKELETONS` with its holes filled; raises `KeyError` for a hole that nobody fills."""
    from string import Template

    return Template((SKELETONS / skeleton).read_text(encoding="utf-8")).substitute(holes)


def scalar(text: str) -> str:
    """A text as YAML reads it back, quoted when it would be read as something else; fit for a list in [ ]."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS_OF_YAML and text == text.strip()
    return text if plain else json.dumps(text, ensure_ascii=False)


def _entry(key: str, value: str, pack: Pack, indent: str = "") -> str:
    facts = {"levels": ", ".join(accepted_levels(pack.manifest.levels)), "symbol": pack.manifest.type_symbol}
    if value:
        remark = _REMARKS.get(key, "").format(**facts)
        return f"{indent}{key}: {scalar(value)}" + (f"    # {remark}" if remark else "")
    if key not in _EXAMPLES:
        return f"# {indent}{key}:"
    return f"{indent}{key}:    # {TO_FILL}: {_EXAMPLES[key].format(**facts)}"


def _lines_of_name(name: str) -> str:
    if not name:
        return "# dong_ten: [ỦY BAN NHÂN DÂN, XÃ MINH HỌA]"
    return f"dong_ten: [{', '.join(scalar(line) for line in header_lines(name))}]"


def _parent(path: str) -> str:
    return f"cap_tren: {scalar(path)}" if path else "# cap_tren: ../tinh/don-vi.yaml"


def _recipients(pack: Pack, name: str, level: str) -> tuple[str, ...]:
    """What the pack prints for such a unit today; of a unit that is not known yet, for the first level."""
    level = level or next(iter(pack.manifest.levels), "xa")
    return usual_recipients(pack.manifest, name, level, terms_of(name, level, dt.date.max))


def _signer(name: str, pack: Pack) -> str:
    """A people's committee is signed for by its chairman (Điều 13.2); who signs elsewhere is not known."""
    collective = is_collective(name)
    entries = {"chuc_vu": "Chủ tịch" if collective else "", "ho_ten": ""}
    if collective:
        entries = {"thay_mat": "Ủy ban nhân dân"} | entries
    return "\n".join(_entry(key, value, pack, " " * 4) for key, value in entries.items())
