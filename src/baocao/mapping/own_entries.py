"""What a row of a table says of its unit beside figures: the profile, number, day and signer of its report.

    don_vi: {cap_tren: ../don-vi.yaml, nguoi_ky: {chu_tich: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch}}}
    bang_tinh:
      ho_so: {ma: A, nguoi_ky.chu_tich.ho_ten: Người ký}
      van_ban: {so: Số, ngay: Ngày ký}

What the data file says is shared by all rows; each row lays its own over it, and a blank cell leaves it.
"""

from __future__ import annotations

from baocao.errors import Finding
from baocao.mapping.entries import Entries, Targets, first_place
from baocao.mapping.unit_profile import named_after
from baocao.source.raw import Literal, RawValue

PROFILE, HEAD, SIGNER = "don_vi", "van_ban", "nguoi_ky"
"""Entries of a data file that a row may give."""
OWN_PROFILE = "ho_so"
"""How `bang_tinh` calls the columns of the profile."""

UNIT_ENTRIES = (
    "ma", "ten", "cap", "cap_tren", "dong_ten", "dong_chu_quan", "dia_danh", "ky_hieu", "tu_xung", "nguoi_ky",
    "noi_nhan", "luu", "nguoi_soan", "kieu_nguoi_soan", "kinh_gui", "phong_cach", "the_thuc", "them",
)  # fmt: skip
HEAD_ENTRIES = ("so", "ngay", "ten_loai", "trich_yeu", "can_cu", "kinh_gui")
"""What the columns of `ho_so` and `van_ban` may be for."""
SIGNER_ENTRIES = ("thay_mat", "thua_lenh", "thua_uy_quyen", "ky_thay", "quyen", "chuc_vu", "ho_ten")
"""What they may be for below the name of a signer."""
WHOLE_SIGNER = frozenset({"chuc_vu", "ho_ten"})
"""What every signer has."""


def own_targets(entries: Entries, shared: RawValue | None) -> Targets:
    """The columns of `ho_so`, `van_ban` and `nguoi_ky`, below the names of the data file's entries.

    shared: the profile that all units have in common.
    """
    made: Targets = {}
    for name, key, known in ((OWN_PROFILE, PROFILE, UNIT_ENTRIES), (HEAD, HEAD, HEAD_ENTRIES)):
        asked = entries.targets(name)
        entries.check_names(name, known)
        if asked:
            made[key] = asked
    _check_signers(made.get(PROFILE), shared, entries)
    if signer := entries.text(SIGNER):
        made[SIGNER] = RawValue(signer, entries.place(SIGNER), Literal.TEXT)
    return made


def _check_signers(asked: Targets | RawValue | None, shared: RawValue | None, entries: Entries) -> None:
    """Report columns for a signer whom nobody knows, or for something that is no entry of one."""
    signers = asked.get(SIGNER) if isinstance(asked, dict) else None
    known = _signers(shared)
    for name, item in signers.items() if isinstance(signers, dict) else ():
        if not isinstance(item, dict):
            continue
        if known and name not in known and not item.keys() >= WHOLE_SIGNER:
            entries.unknown(name, first_place(item), known)
        for key, column in item.items():
            if isinstance(column, RawValue) and key not in SIGNER_ENTRIES:
                entries.unknown(key, column.where, SIGNER_ENTRIES)


def _signers(shared: RawValue | None) -> tuple[str, ...]:
    """The signers of a profile by their names; none where it has a single one, or some for each report."""
    typed = None if shared is None else shared.children.get(SIGNER)
    found = {} if typed is None else typed.children
    people = [name for name, item in found.items() if item.children.keys() & WHOLE_SIGNER]
    return tuple(people) if len(people) == len(found) else ()


def with_own(main: RawValue, own: RawValue, name: RawValue, findings: list[Finding]) -> RawValue:
    """The data file with what its row says. own: by the names of the data file's entries. name: the cell with
    the unit's name; a profile without one (`ten`) takes it from there.
    """
    entries = dict(main.children)
    for key, item in own.children.items():
        entries[key] = laid_over(entries.get(key), item)
    profile = entries.get(PROFILE)
    if is_shared(main) and profile is not None:
        entries[PROFILE] = named_after(profile, name, findings)
    return RawValue(entries, main.where, main.literal) if entries != main.children else main


def is_shared(main: RawValue) -> bool:
    """Whether `don_vi` holds what several units have in common: entries typed in the data file, no name."""
    profile = main.children.get(PROFILE)
    return profile is not None and profile.literal is Literal.MAP and not profile.text_of("ten")


def laid_over(shared: RawValue | None, own: RawValue) -> RawValue:
    """The shared value with the row's own over it, entry by entry; a blank cell leaves what is shared."""
    if own.literal is not Literal.MAP:
        return own if shared is None or shared.literal is Literal.NULL or not own.blank else shared
    if shared is not None and shared.literal not in (Literal.MAP, Literal.NULL):
        return shared  # of the wrong kind, which is told where it is judged
    below = {} if shared is None else shared.children
    made = {name: laid_over(below.get(name), item) for name, item in own.children.items()}
    first = next((item.where for item in made.values()), own.where)
    if not below and all(item.literal is Literal.NULL for item in made.values()):
        return RawValue(None, first, Literal.NULL)
    return RawValue({**below, **made}, first if shared is None else shared.where, Literal.MAP)
