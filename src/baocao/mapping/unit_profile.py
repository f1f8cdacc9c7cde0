"""The profile of a unit of which a table gives no more than its name: «Xã Tân Phú»."""

from __future__ import annotations

import re

from baocao.errors import Finding, finding
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.admin_units import is_listed, listed_name
from baocao.vietnamese.unit_names import is_nameless, tidy, without_number

LEVELS = {
    "xã": "xa",
    "phường": "phuong",
    "đặc khu": "dac_khu",
    "thị trấn": "thi_tran",
    "thị xã": "thi_xa",
    "thành phố": "thanh_pho",
    "huyện": "huyen",
    "quận": "quan",
    "tỉnh": "tinh",
}
"""The word of a level in a name, and the level in a profile."""

_SHORT = {"x": "xã", "p": "phường", "đk": "đặc khu", "tt": "thị trấn", "tx": "thị xã", "tp": "thành phố"}
_ABBREVIATED = re.compile(rf"(?P<short>{'|'.join(_SHORT)})\.\s*(?=\w)", re.IGNORECASE)
_LEVEL = re.compile(rf"(?P<level>{'|'.join(LEVELS)})\s+(?P<name>\S.*)", re.IGNORECASE)
_COMMITTEE = re.compile(r"(?:[uủ][ỷy]\s+ban\s+nhân\s+dân|ubnd)\s+(?P<unit>\S.*)", re.IGNORECASE)
_AGENCY = re.compile(
    r"(?:sở|ban|phòng|cục|chi cục|trung tâm|văn phòng|thanh tra|trường|bệnh viện|công an|viện|bộ|đảng ủy"
    r"|hội|đoàn|kho bạc|thuế|ngân hàng|bảo hiểm|tòa án|công ty|đài|trạm|quỹ|hạt|đội)\s",
    re.IGNORECASE,
)
"""How names of other agencies begin, whose whole name stands in the table."""
_GROUP = re.compile(
    r"(?:khu vực|cụm|khối|vùng|nhóm|các|những|phần|bình quân|trung bình|lũy kế|luỹ kế|trong đó|chia ra)\b",
    re.IGNORECASE,
)
"""How rows begin that are no unit, whatever level the units of the table have."""


def named_after(profile: RawValue, name: RawValue, findings: list[Finding]) -> RawValue:
    """The profile with what follows from the name in the row: `ten`, where not given `cap` and `dia_danh`.

    name: the cell. A blank name, and one that tells no level where none is given, are findings; then what
    follows from the name is made up, so that nothing else is told of it.
    """
    typed = profile.text_of("ten") or tidy(name.text)
    if is_nameless(typed):
        findings.append(nameless(name, profile.text_of("ma")))
        return _made_up(profile, name, f"Dòng {name.where.row}")
    entries = dict(profile.children)
    level, unit = _parts(typed)
    given = profile.text_of("cap")
    found = {"cap": LEVELS.get(level, "")}
    if not level and _is_agency(unit):
        found["ten"] = unit
    elif word := level or ("" if _GROUP.match(unit) else _word(given)):
        found |= {"ten": f"Ủy ban nhân dân {word} {unit}", "dia_danh": place_name(word, unit)}
    elif _COMMITTEE.match(typed):
        found["ten"] = typed
    else:
        near = _of_code(profile.text_of("ma"))
        findings.append(finding("ten-thieu-cap", name.where, ten=typed[:60], goi_y=near))
        return _made_up(profile, name, typed)
    for key, text in found.items():
        if text and not profile.text_of(key):
            entries[key] = RawValue(text, name.where, Literal.TEXT)
    return RawValue(entries, profile.where, profile.literal)


def tells_unit(name: str) -> bool:
    """Whether a name is surely that of a unit: by the word of its level, of a committee or of an agency, or
    because the list of units has it.
    """
    level, unit = _parts(tidy(name))
    return bool(level) or is_listed(unit) or _COMMITTEE.match(tidy(name)) is not None or _is_agency(unit)


def names_group(name: str) -> bool:
    """Whether a name is surely that of a group of units: "I. Các xã", "Khu vực phía Bắc"."""
    return _GROUP.match(without_number(name)) is not None


def _is_agency(name: str) -> bool:
    """Whether a name without a level is that of an agency; "Trường Hà" and "Hội An" are communes."""
    return _AGENCY.match(name) is not None and not is_listed(name)


def nameless(name: RawValue, code: str) -> Finding:
    """The fault of a row with figures and without a name. name: the cell. code: of the unit in that row."""
    return finding("dong-thieu-ten", name.where, dong=name.where.row, goi_y=_of_code(code))


def _of_code(code: str) -> str:
    listed = listed_name(code)
    return f" Mã {code} là của {listed}." if listed else ""


def _made_up(profile: RawValue, name: RawValue, unit: str) -> RawValue:
    """A profile to judge the rest of a row by, whose name is told already."""
    made = {"ten": unit, "cap": "xa", "dia_danh": unit}
    entries = {
        key: RawValue(text, name.where, Literal.TEXT)
        for key, text in made.items()
        if not profile.text_of(key)
    }
    return RawValue({**profile.children, **entries}, profile.where, profile.literal)


def place_name(level: str, name: str) -> str:
    """The place before the date (NĐ 30/2020, PL I.II.4): the name alone; with the word of the level when it
    is a number, or the city that bears the name of a person.
    """
    whole = not name[:1].isalpha() or name == "Hồ Chí Minh"
    return f"{level[:1].upper()}{level[1:]} {name}" if whole else name


def _parts(typed: str) -> tuple[str, str]:
    """The word of the level and the name behind it: ("xã", "Tân Phú"); ("", all) for a name without."""
    bare = without_number(typed)
    committee = _COMMITTEE.fullmatch(bare)
    bare = committee["unit"] if committee else bare
    bare = _ABBREVIATED.sub(lambda found: f"{_SHORT[found['short'].lower()]} ", bare, count=1)
    found = _LEVEL.fullmatch(bare)
    return (found["level"].lower(), _as_name(found["name"])) if found else ("", _as_name(bare))


def _as_name(text: str) -> str:
    """A name in capitals («TÂN PHÚ») as it is written in a sentence."""
    if not text.isupper() or len(text) < 3:
        return text
    return " ".join(word[:1] + word[1:].lower() for word in text.split())


def _word(level: str) -> str:
    """The word of a level that the profile gives: "xã" for "xa" and "Xã"."""
    wanted = level.strip().lower()
    return next((word for word, key in LEVELS.items() if wanted in (word, key)), "")
