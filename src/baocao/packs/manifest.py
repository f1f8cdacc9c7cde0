"""goi.yaml -> Manifest."""

from __future__ import annotations

import re
from string import Formatter

from baocao.errors import Finding, finding
from baocao.formats import FORMATS
from baocao.packs.entry import Entry, guess
from baocao.packs.pack import Manifest
from baocao.source.raw import RawValue
from baocao.vietnamese.terms import terms

ATTRIBUTES = {
    "ma": "id",
    "phien_ban": "version",
    "ten": "title",
    "ten_loai": "type_name",
    "ky_hieu": "type_symbol",
    "trich_yeu": "subject",
    "ky": "period_kinds",
    "cap": "levels",
    "danh_so": "headings",
    "the_thuc": "format_profile",
    "noi_nhan": "recipients",
    "them": "extra",
    "dua_tren": "based_on",
    "lay_chi_tieu": "taken",
    "lay_cac_nam": "years_of",
    "lam_cho": "made_for",
    "dang": "format_version",
}
"""The keys of goi.yaml, each with the attribute of `Manifest` that holds its value."""

FORMAT_VERSION = 1
"""The way of writing a pack's files (`dang`) that this program knows."""

PERIOD_KINDS = ("nam", "6_thang", "9_thang", "quy", "thang", "giai_doan")

HEADING_FORMS = ("Phần I", "Phần thứ nhất", "A.", "A-", "I.", "I-", "1.", "1/", "1.1.", "a)")

SUBJECT_HOLES = ("nam", "nam_truoc", "nam_sau", "ky", "ky_truoc", "ky_sau")
"""What `{...}` in the default trích yếu may name."""

DEFAULT_HEADINGS = ("I.", "1.", "a)")

PACK_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def read_manifest(raw: RawValue, findings: list[Finding]) -> Manifest:
    """The manifest of the overlaid goi.yaml; faults are added to `findings`."""
    entry = Entry(raw, "", ATTRIBUTES, findings)
    return Manifest(
        id=_id(entry),
        version=entry.text("phien_ban", sample='"1.0"'),
        title=entry.text("ten", sample="Báo cáo kết quả cải cách hành chính năm"),
        type_name=entry.text("ten_loai") or "BÁO CÁO",
        type_symbol=entry.text("ky_hieu") or "BC",
        subject=_subject(entry),
        period_kinds=entry.choices("ky", PERIOD_KINDS) or ("nam",),
        levels=entry.texts("cap"),
        headings=entry.choices("danh_so", HEADING_FORMS) or DEFAULT_HEADINGS,
        format_profile=entry.choice("the_thuc", FORMATS, FORMATS[0]),
        recipients=_recipients(entry),
        extra=_extra(entry),
        taken=_taken(entry),
        years_of=entry.texts("lay_cac_nam"),
        based_on=entry.text("dua_tren"),
        made_for=entry.text("lam_cho"),
        format_version=entry.whole("dang", 1, FORMAT_VERSION) or FORMAT_VERSION,
    )


def _id(entry: Entry) -> str:
    name = entry.text("ma", sample="cchc-nam")
    if name and not PACK_ID.fullmatch(name):
        entry.fault(entry.children["ma"], "ma", "chữ thường không dấu, số và dấu gạch nối, ví dụ cchc-nam")
    return name


def _subject(entry: Entry) -> tuple[str, ...]:
    lines = entry.texts("trich_yeu")
    if not lines:
        entry.text("trich_yeu", sample='["Kết quả công tác {ky}"]')
    _check_holes(lines, entry, "trich_yeu", SUBJECT_HOLES)
    return lines


def _recipients(entry: Entry) -> tuple[str, ...] | dict[str, tuple[str, ...]]:
    """One list, or one for each level (`xa`, `huyen`, `tinh`)."""
    raw = entry.children.get("noi_nhan")
    if raw is None or not raw.children:
        given = {"": entry.texts("noi_nhan")}
    else:
        levels = entry.texts("cap") or tuple(raw.children)
        below = Entry(raw, "noi_nhan", levels, entry.findings)
        given = {name: below.texts(name) for name in raw.children}
    for lines in given.values():
        _check_holes(lines, entry, "noi_nhan", tuple(terms()))
    return given.get("", given)


def _check_holes(lines: tuple[str, ...], entry: Entry, key: str, known: tuple[str, ...]) -> None:
    where, names = entry.where(key), ", ".join(f"{{{hole}}}" for hole in known)
    for line in lines:
        for name in _holes(line, entry, key, known[0]):
            if name not in known:
                hint = guess(name, known)
                entry.findings.append(
                    finding("goi-cho-dien-la", where, ten=name, muc=key, goi_y=hint, cac_ten=names)
                )


def _holes(line: str, entry: Entry, key: str, sample: str) -> list[str]:
    """The names in the holes of a line; a hole holds nothing but a name: a width could be endless."""
    try:
        holes = [hole for hole in Formatter().parse(line) if hole[1] is not None]
    except ValueError:
        entry.fault(entry.children[key], key, "các chỗ điền với đủ dấu { và }")
        return []
    if any(form or conversion for _, _, form, conversion in holes):
        entry.fault(entry.children[key], key, f"các chỗ điền chỉ có tên, ví dụ {{{sample}}}")
    return [name for _, name, _, _ in holes if name is not None]


def _extra(entry: Entry) -> dict[str, str]:
    raw = entry.children.get("them")
    if raw is None or raw.blank:
        return {}
    below = Entry(raw, "them", tuple(raw.children), entry.findings)
    return {name: below.text(name) for name in raw.children}


def _taken(entry: Entry) -> dict[str, tuple[str, ...]]:
    raw = entry.children.get("lay_chi_tieu")
    if raw is None or raw.blank:
        return {}
    below = Entry(raw, "lay_chi_tieu", tuple(raw.children), entry.findings)
    return {name: below.texts(name) for name in raw.children}
