"""File names of the reports: a pattern with fields, filled from the record; good on Windows and anywhere.

    {ma}-{ten}-{so}            00001-tan-phu-114.docx
    {cap_tren}/{nam}-{ten}     tinh-dong-thap/2025-tan-phu.docx

Values are written in plain letters and digits, so that only the pattern makes folders, never the data.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import PurePosixPath

from baocao.errors import BaocaoError, finding
from baocao.model.record import Record
from baocao.vietnamese.text import nearest, nfc, slug
from baocao.vietnamese.unit_names import without_committee

DEFAULT_PATTERN = "{ma}-{ten}-{so}"

FIELDS: Mapping[str, str] = {
    "ma": "mã đơn vị hành chính",
    "ten": "tên đơn vị, không kể cấp: tan-phu (theo dia_danh)",
    "don_vi": "tên đơn vị kể cả cấp: xa-tan-phu",
    "so": "số văn bản, «chua-so» khi còn để trống",
    "ky_hieu": "ký hiệu văn bản: BC-UBND",
    "nam": "năm của kỳ báo cáo",
    "ky": "kỳ báo cáo: quy-i-nam-2025",
    "cap_tren": "tên đơn vị cấp trên: tinh-dong-thap",
    "goi": "tên gói mẫu",
    "nguon": "tên tệp số liệu",
}
"""The fields of a pattern and what each is replaced by."""

SUFFIX = ".docx"
UNNAMED = "bao-cao"
NO_NUMBER = "chua-so"

_FIELD = re.compile(r"\{([^{}]*)\}")
_BLANK = "\0"
_DROPPED = re.compile(r"\0[-_. ]+|[-_. ]+\0|\0")
"""A blank field, with the hyphen that parts it from its neighbour."""
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f\ud800-\udfff]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever follows the first dot."""
_LONGEST_VALUE = 60
_LONGEST_PART = 120
_MOST_BYTES = 200
"""Of a folder or file in UTF-8; most systems take 255, and a mark may be added."""
_LONGEST = 150
"""Characters of the whole name; Windows takes 260 with the folders above, which are often long."""
_LONGEST_FOLDERS = 80
"""Characters of the folders in a name that is typed."""
_APART = 6
"""Digits of the mark that tells two reports of one name apart."""


def check_pattern(pattern: str) -> None:
    """Raise a `BaocaoError` for a pattern that cannot give good names: an unknown field, a character that
    Windows does not take, a way out of the folder of the results.
    """
    unknown = [name for name in _FIELD.findall(pattern) if name not in FIELDS]
    if unknown:
        near = nearest(unknown[0], FIELDS)
        hint = f" Có phải {{{near}}} không?" if near else ""
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise BaocaoError(
            finding("hang-loat-truong-la", truong=f"{{{unknown[0][:60]}}}", goi_y=hint, cac_truong=known)
        )
    if why := _why_bad(_FIELD.sub("x", pattern)):
        raise BaocaoError(finding("hang-loat-mau-ten-sai", mau=pattern[:200], ly_do=why))


def name_fault(typed: str) -> str:
    """What is wrong with a file name that a list of jobs asks for, in words; "" for a good one."""
    return _why_bad(nfc(typed).strip())


def own_name(typed: str) -> str:
    """The file name that a list of jobs asks for, good on Windows; letters with marks stay."""
    return _joined(nfc(typed).strip())


def name_of(pattern: str, facts: Mapping[str, str]) -> str:
    """The name, with "/" between folders, that a pattern gives; `facts` as of `facts_of`.

    A blank field drops out with its hyphen, a folder that is blank altogether drops out as well.
    """
    text = _FIELD.sub(lambda found: facts.get(found[1], "") or _BLANK, nfc(pattern).strip())
    return _joined(text)


def facts_of(record: Record, source: str) -> dict[str, str]:
    """The fields of a record. source: path of its data file."""
    unit, head, period = record.unit, record.head, record.period
    whole = without_committee(unit.name)
    plain = {
        "ma": slug(unit.code, lower=False),
        "ten": slug(unit.place if unit.place and whole != unit.name else whole),
        "don_vi": slug(whole),
        "so": NO_NUMBER if head.number is None else f"{head.number:02d}",
        "ky_hieu": slug(head.symbol, lower=False),
        "nam": str(period.year),
        "ky": slug(period.label),
        "cap_tren": slug(without_committee(unit.parent)),
        "goi": slug(record.pack_id),
        "nguon": slug(PurePosixPath(source.replace("\\", "/")).stem),
    }
    return {name: value[:_LONGEST_VALUE].strip("-") for name, value in plain.items()}


def apart(name: str, identity: str) -> str:
    """The name with a mark that follows from a job's identity, for two jobs whose reports would have the same
    name; so the order in which jobs are done does not matter.
    """
    mark = sha256(identity.encode(errors="surrogatepass")).hexdigest()[:_APART]
    return f"{name.removesuffix(SUFFIX)}-{mark}{SUFFIX}"


def _why_bad(name: str) -> str:
    if "{" in name or "}" in name:
        return "dấu ngoặc { } phải đi thành cặp"
    if bad := _FORBIDDEN.search(name):
        return f"Windows không nhận ký tự «{bad[0]}»" if bad[0].isprintable() else "có ký tự không nhìn thấy"
    if not name.strip(" ./"):
        return "chưa có chữ nào"
    if name.startswith("/") or any(part.strip() in (".", "..") for part in name.split("/")):
        return "báo cáo phải nằm trong thư mục kết quả"
    if len(name.rpartition("/")[0]) > _LONGEST_FOLDERS:
        return f"phần thư mục dài quá {_LONGEST_FOLDERS} chữ"
    return ""


def _joined(name: str) -> str:
    bare = name[: -len(SUFFIX)] if name.lower().endswith(SUFFIX) else name
    parts = bare.split("/")
    kept = [part for part in map(_part, parts) if part]
    file = kept.pop() if _part(parts[-1]) else UNNAMED
    room = max(_LONGEST - len(SUFFIX) - sum(len(part) + 1 for part in kept), _APART)
    return "/".join((*kept, _safe(file[:room]) + SUFFIX))


def _part(text: str) -> str:
    """One folder or file of a name, without the blank fields."""
    short = _DROPPED.sub("", text)[:_LONGEST_PART]
    return _safe(short.encode()[:_MOST_BYTES].decode(errors="ignore"))


def _safe(text: str) -> str:
    stem, dot, rest = text.strip(" .").partition(".")
    return f"{stem}_{dot}{rest}" if _RESERVED.fullmatch(stem.rstrip()) else stem + dot + rest
