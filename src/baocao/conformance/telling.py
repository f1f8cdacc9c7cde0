"""What a check found, as it is told: alike faults together, gravest first, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from baocao.conformance.checking import Checked, Fault
from baocao.conformance.mending.words import can_type
from baocao.formats.rules import RuleText


class Group(StrEnum):
    """How remarks are grouped; the values stand in `--json`."""

    MUST = "bat_buoc"
    PRACTICE = "thong_le"
    HINT = "nen_xem"
    UNSURE = "can_nguoi_xem"
    WAIVED = "khong_theo"


@dataclass(frozen=True, slots=True)
class Remark:
    """Faults of one rule that see and want the same. places: of each. mended: `--sua` can put all right."""

    group: Group
    rule: RuleText
    seen: str
    wanted: str
    waived: str
    faults: tuple[Fault, ...]

    @property
    def mended(self) -> bool:
        """Whether a mend is known for every one of them that types over nothing but typed words."""
        return all(map(_mendable, self.faults))


def _mendable(fault: Fault) -> bool:
    mends = fault.seen.mends
    return bool(mends) and all(map(can_type, mends))


def remarks(checked: Checked) -> tuple[Remark, ...]:
    """Everything a check found, alike faults together."""
    alike: dict[tuple[Group, str, str, str], list[Fault]] = {}
    told = [(_group(fault), fault) for fault in checked.faults]
    told += [(Group.WAIVED if fault.waived else Group.UNSURE, fault) for fault in checked.unsure]
    for group, fault in told:
        alike.setdefault((group, fault.rule.id, fault.seen.seen, fault.seen.wanted), []).append(fault)
    made = [
        Remark(group, faults[0].rule, seen, wanted, faults[0].waived, tuple(faults))
        for (group, _, seen, wanted), faults in alike.items()
    ]
    return tuple(sorted(made, key=lambda remark: list(Group).index(remark.group)))


def _group(fault: Fault) -> Group:
    return Group.WAIVED if fault.waived else Group(fault.rule.weight.value)


def in_groups(found: Sequence[Remark]) -> Iterator[tuple[Group, tuple[Remark, ...]]]:
    """The groups that hold something."""
    for group in Group:
        items = tuple(remark for remark in found if remark.group is group)
        if items:
            yield group, items


def sentence(remark: Remark) -> str:
    """What is seen and what is wanted, as one sentence."""
    seen, wanted = remark.seen.strip(), remark.wanted.strip()
    if remark.group is Group.UNSURE:
        return f"{seen}; {wanted}" if seen and wanted else seen or wanted or remark.rule.name
    if not seen and not wanted:
        return remark.rule.name
    return f"{seen or 'chưa đúng'}; cần {wanted}" if wanted else seen


def source(rule: RuleText) -> str:
    """Id and clause of a rule."""
    return f"{rule.id}, {rule.clause}"


def remedy(remark: Remark, *, tried: bool = False) -> str:
    """What to do; "" when nothing is said. tried: `--sua` has mended what it can."""
    if remark.group is Group.WAIVED:
        return f"Đơn vị không theo quy tắc này: {remark.waived}."
    if remark.group is Group.UNSURE:
        return ""
    by_itself = not tried and remark.mended
    return (remark.rule.mend + (" Lệnh này kèm --sua tự sửa được." if by_itself else "")).strip()


GROUP_WORDS = {
    Group.MUST: "lỗi bắt buộc",
    Group.PRACTICE: "chỗ trái thông lệ",
    Group.HINT: "chỗ nên xem lại",
    Group.UNSURE: "chỗ cần người xem",
    Group.WAIVED: "chỗ đơn vị không theo",
}
