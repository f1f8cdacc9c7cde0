"""Who signs, and the lines above the name (NĐ 30, PL I.II.7 and Điều 13)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from baocao.errors import Severity
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.kinds import check_kinds, of_kind
from baocao.model.names import as_name
from baocao.model.record import Signer
from baocao.vietnamese.text import capitals, without_marks

FORM = {
    "thay_mat": "thay mặt (TM.)",
    "thua_lenh": "thừa lệnh (TL.)",
    "thua_uy_quyen": "thừa ủy quyền (TUQ.)",
    "ky_thay": "ký thay (KT.)",
    "quyen": "quyền (Q.)",
    "chuc_vu": "chức vụ người ký",
    "ho_ten": "họ và tên người ký",
}

_PREFIXES = {"thay_mat": "TM.", "thua_lenh": "TL.", "thua_uy_quyen": "TUQ.", "ky_thay": "KT."}
_TYPED_PREFIX = re.compile(r"(?:TM|TL|TUQ|KT|T/M|K/T|Q)[./ ]\s*", re.IGNORECASE)
_TITLES = re.compile(
    r"(?:(?:GS|PGS|TS|TSKH|ThS|BS|BSCK\w*|CN|KS|DS|LS|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT)(?:[.,]+\s*|\s+)"
    r"|(?:Ông|Bà|Đồng chí|Giáo sư|Phó Giáo sư|Tiến s[ĩỹ]|Thạc s[ĩỹ]|Bác s[ĩỹ]|Cử nhân|Kỹ sư)\s+)+",
    re.IGNORECASE,
)


def read_signer(
    unit: Form, chosen: RawValue | None, pack_id: str, faults: Faults, *, collective: bool
) -> Signer:
    """The signer the data file chose, or the profile's for this kind of report, or its first.

    collective: the unit is an Ủy ban nhân dân.
    """
    unit.need("nguoi_ky", "{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}")
    raw = unit.get("nguoi_ky")
    if raw is None:
        return Signer((), "")
    if raw.literal is not Literal.MAP:
        example = f"ho_ten: {raw.text.strip()[:60] or 'Nguyễn Văn A'}"
        faults.add("nguoi-ky-chi-co-ten", unit.at("nguoi_ky"), vi_du=example)
        return Signer((), "")
    where = unit.at("nguoi_ky")
    signers, name, _ = _chosen(raw, chosen, where.key, pack_id, faults)
    form = Form(signers[name], f"{where.key}.{name}" if name else where.key, FORM, faults)
    form.need("chuc_vu", "Chủ tịch")
    form.need("ho_ten", "Nguyễn Văn A")
    _check_authority(form, collective)
    return Signer(_lines(form), _name(form, collective))


def signer_places(
    unit: Form, chosen: RawValue | None, pack_id: str, faults: Faults
) -> tuple[RawValue, RawValue | None] | None:
    """What the profile says of the person that `read_signer` takes, and the entry that names the person: of
    the data file or of the profile, None when the first one signs. None when nothing can be read.
    """
    raw = unit.get("nguoi_ky")
    if raw is None or raw.literal is not Literal.MAP:
        return None
    signers, name, by = _chosen(raw, chosen, unit.at("nguoi_ky").key, pack_id, faults)
    return signers[name], by


def _chosen(
    raw: RawValue, chosen: RawValue | None, key: str, pack_id: str, faults: Faults
) -> tuple[Mapping[str, RawValue], str, RawValue | None]:
    """All signers, the name of the one who signs, and the entry that names that one."""
    signers = _signers(raw)
    usual, by = _usual(raw, signers, key, pack_id, faults)
    name = _choose(signers, chosen, faults)
    return (signers, name, chosen) if name else (signers, usual, by)


def _signers(raw: RawValue) -> dict[str, RawValue]:
    """Signers by name; one signer inline has the name ""."""
    named = {name: item for name, item in raw.children.items() if item.literal is Literal.MAP}
    return named if named and not raw.children.keys() & FORM.keys() else {"": raw}


def _usual(
    raw: RawValue, signers: Mapping[str, RawValue], key: str, pack_id: str, faults: Faults
) -> tuple[str, RawValue | None]:
    """Who signs this kind of report (`cchc-nam: pho_chu_tich`, `mac_dinh: chu_tich`), else the first; and the
    entry that says so.
    """
    first = next(iter(signers))
    if not first:
        return first, None
    check_kinds((name for name in raw.children if name not in signers), raw, key, pack_id, faults)
    kind, chosen = of_kind(raw, pack_id)
    if not kind or kind in signers:
        return kind or first, None
    name = _choose(signers, chosen, faults, f"{key}.{kind}")
    return (name, chosen) if name else (first, None)


def _choose(
    signers: Mapping[str, RawValue], chosen: RawValue | None, faults: Faults, key: str = "nguoi_ky"
) -> str:
    """The chosen name; "" when there is none, or none of that name: then a finding says so."""
    if chosen is None or chosen.blank:
        return ""
    typed = chosen.text.strip()
    if typed in signers:
        return typed
    meant = [name for name, raw in signers.items() if name and as_name(typed) in _called(raw)]
    if len(meant) == 1:
        return meant[0]
    people = ((name, _person(raw)) for name, raw in signers.items())
    told = [who or name if chosen.where.cell else name for name, who in people if name]
    near, known = faults.guess(typed, told), "; ".join(told) or "không có"
    where = chosen.where.but(key=key, label="người ký")
    faults.add("nguoi-ky-la", where, ten=typed[:60] or "…", goi_y=near, cac_ten=known)
    return ""


def _called(raw: RawValue) -> frozenset[str]:
    """What one may type for a person beside the entry's own name: name, title, or both as they are told."""
    words = (raw.text_of("ho_ten"), raw.text_of("chuc_vu"), _person(raw))
    return frozenset(as_name(text) for text in words if text)


def _person(raw: RawValue) -> str:
    """ "Trần Thị Bình, Phó Chủ tịch"."""
    return ", ".join(text for text in (raw.text_of("ho_ten"), raw.text_of("chuc_vu")) if text)


def _check_authority(form: Form, collective: bool) -> None:
    deputy = without_marks(form.line("chuc_vu")).lower().startswith("pho ")
    if deputy and not form.get("ky_thay"):
        form.faults.add("thieu-ky-thay", form.at("chuc_vu"), chuc_vu=form.line("chuc_vu"))
    if form.get("thua_lenh") and form.get("thua_uy_quyen"):
        form.faults.add("hai-tham-quyen", form.at("thua_uy_quyen"))
    if collective and not any(form.get(key) for key in ("thay_mat", "thua_lenh", "thua_uy_quyen")):
        form.faults.add("thieu-thay-mat", form.at("thay_mat"))


def _lines(form: Form) -> tuple[str, ...]:
    lines = [f"{prefix} {words}" for key, prefix in _PREFIXES.items() if (words := _words(form, key))]
    acting = "Q. " if form.flag("quyen", False) else ""
    return tuple(capitals(line) for line in (*lines, acting + _words(form, "chuc_vu")))


def _words(form: Form, key: str) -> str:
    """The words after the abbreviation, which the report writes itself."""
    typed = form.line(key)
    bare = _TYPED_PREFIX.sub("", typed, count=1) if _TYPED_PREFIX.match(typed) else typed
    if bare != typed:
        form.faults.add("dau-viet-tat-thua", form.at(key), gia_tri=typed, muc=key, bo=bare)
    return bare


def _name(form: Form, collective: bool) -> str:
    """The name; degrees and forms of address do not belong before it (PL I.II.7.c, some sectors excepted)."""
    name = form.line("ho_ten")
    if " " in name and name.isupper():
        form.faults.add("ho-ten-in-hoa", form.at("ho_ten"), ten=name.title())
    match = _TITLES.match(name)
    if match:
        address = match[0].startswith(("Ông", "Bà", "Đồng chí"))  # Ông is a family name too
        severity = Severity.ERROR if collective and not address else Severity.WARNING
        form.faults.add(
            "hoc-vi", form.at("ho_ten"), severity=severity, thua=match[0].strip(), ten=name[match.end() :]
        )
    return name
