"""Section `kiem_tra` of chi-tieu.yaml -> Check: what must agree and no attribute of an indicator says.

kiem_tra:
  mo_hinh_tieu_bieu:
    nhan: Mô hình tiêu biểu nằm trong số mô hình đang thực hiện
    cong_thuc: mo_hinh.tieu_bieu_so <= mo_hinh.so_luong
    muc_do: canh_bao
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from baocao.errors import Finding, finding
from baocao.messages.kinds import Severity
from baocao.packs.catalogue import NUMERIC, Check, Indicator, Kind
from baocao.packs.entry import Entry, guess
from baocao.source.raw import RawValue

ATTRIBUTES = ("nhan", "cong_thuc", "danh_sach", "muc_do", "giai_thich")
"""The keys of an entry. `giai_thich` is for who reads the file."""

OFF = "bo"
"""The `muc_do` of a check of a pack below that is not wanted."""

LEVELS = {level.value: level for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)}
"""What `muc_do` may say of how grave it is."""
_FORMULA = re.compile(r"([^=<>≤≥]+?)\s*(=|<=|≤)\s*([^=<>≤≥]+)")
_WANTED = "một phép so sánh có dấu = hoặc <=, ví dụ «tthc.tiep_nhan = tthc.tiep_nhan_moi + tthc.ky_truoc»"
_RELATIONS = {"=": "=", "<=": "<=", "≤": "<="}


def read_checks(
    entries: Mapping[str, RawValue], indicators: Mapping[str, Indicator], findings: list[Finding]
) -> tuple[Check, ...]:
    """The checks that can be judged; what is wrong with the others is added to `findings`."""
    made = (_check(id_, raw, indicators, findings) for id_, raw in entries.items())
    return tuple(check for check in made if check is not None)


def named_in(raw: RawValue) -> tuple[str, ...]:
    """The indicators that a check names (`danh_sach[].truong` for a column); none when it cannot be read."""
    sides = _FORMULA.fullmatch(raw.text_of("cong_thuc"))
    if sides is None:
        return ()
    list_ = raw.text_of("danh_sach")
    return (list_,) if list_ else (*_terms(sides[1]), *_terms(sides[3]))


def _check(
    id_: str, raw: RawValue, indicators: Mapping[str, Indicator], findings: list[Finding]
) -> Check | None:
    entry = Entry(raw, f"kiem_tra.{id_}", ATTRIBUTES, findings)
    level = entry.choice("muc_do", (*LEVELS, OFF), Severity.WARNING.value)
    formula = entry.text("cong_thuc", sample="tthc.tiep_nhan = tthc.tiep_nhan_moi + tthc.ky_truoc")
    if level == OFF or not formula:
        return None
    sides = _FORMULA.fullmatch(formula.strip())
    if sides is None:
        entry.fault(entry.children["cong_thuc"], "cong_thuc", _WANTED)
        return None
    left, right = (_terms(side) for side in (sides[1], sides[3]))
    list_ = entry.text("danh_sach")
    faults = list(_faults(entry, list_, (*left, *right), indicators))
    findings.extend(faults)
    if faults:
        return None
    return Check(id_, entry.text("nhan"), left, right, _RELATIONS[sides[2]], LEVELS[level], list_)


def _terms(side: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in side.split("+"))


def _faults(
    entry: Entry, list_: str, terms: tuple[str, ...], indicators: Mapping[str, Indicator]
) -> Iterator[Finding]:
    """Names that the catalogue does not have, or that are no numbers."""
    known = {one.id for one in indicators.values() if one.kind is Kind.LIST}
    if list_ and list_ not in known:
        yield finding(
            "chi-tieu-khong-co",
            entry.where("danh_sach"),
            muc="danh_sach",
            ma=list_,
            goi_y=guess(list_, known),
        )
        return
    targets = _columns(indicators[list_], "") if list_ else _targets(indicators)
    for term in terms:
        kind = targets.get(term)
        if kind is None:
            hint = guess(term, targets)
            yield finding("chi-tieu-khong-co", entry.where("cong_thuc"), goi_y=hint, muc="cong_thuc", ma=term)
        elif kind not in NUMERIC:
            where = entry.where("cong_thuc")
            yield finding("chi-tieu-khong-phai-so", where, muc="cong_thuc", ma=term, loai=kind.value)


def _targets(indicators: Mapping[str, Indicator]) -> dict[str, Kind]:
    found = {id_: one.kind for id_, one in indicators.items()}
    for id_, one in indicators.items():
        found |= _columns(one, f"{id_}[].")
    return found


def _columns(list_: Indicator, prefix: str) -> dict[str, Kind]:
    return {f"{prefix}{field.id}": field.kind for field in list_.fields}
