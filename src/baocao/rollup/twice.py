"""The same units by two ways: in a roll-up, and in files of their own or in another roll-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from baocao.errors import Finding, Where, finding
from baocao.model.record import Value
from baocao.model.rolled import in_a_row
from baocao.rollup.member import Member, bare
from baocao.rollup.reading import Sent
from baocao.vietnamese.unit_names import unit_key

_ENOUGH = 3
"""So many equal figures of one name are no chance; of fewer, two units are wanted, or files of one name."""


@dataclass(frozen=True, slots=True)
class Twice:
    """A roll-up whose units are in other files, too. told: the finding about it."""

    file: str
    told: Finding


def units_twice(sent: Sequence[Sent]) -> Iterator[Twice]:
    """The roll-ups to leave out, so that every unit is added up once; of two equal ones the second.

    Two units of one name are one when their figures are equal. Beside a unit's own file the roll-up's figures
    may be older: there the names of most of its units are enough.
    """
    by_name: dict[object, list[tuple[Sent, Member]]] = {}
    for one in sent:
        for member in one.members:
            if not member.rest:
                by_name.setdefault(unit_key(member.name), []).append((one, member))
    out: set[str] = set()
    for among_rolled in (False, True):
        for one in reversed([one for one in sent if _is_rolled(one)]):
            if one.file not in out:
                found = _Shared(one, by_name, among_rolled, out)
                if found.is_double:
                    out.add(one.file)
                    yield Twice(one.file, found.told())


class _Shared:
    """The units of a roll-up that other files have. among_rolled: whether other roll-ups are looked at, too,
    not the units' own files alone. out: files that are left out already.
    """

    def __init__(
        self,
        one: Sent,
        by_name: Mapping[object, list[tuple[Sent, Member]]],
        among_rolled: bool,
        out: set[str],
    ) -> None:
        self.one = one
        self.units = [member for member in one.members if not member.rest]
        self.direct: list[Member] = []
        self.equal: list[Member] = []
        self.sure = False
        self.files: dict[str, None] = {}
        for member in self.units:
            for other, twin in by_name[unit_key(member.name)]:
                if other is one or other.file in out or (_is_rolled(other) and not among_rolled):
                    continue
                self._compare(member, other, twin)

    def _compare(self, member: Member, other: Sent, twin: Member) -> None:
        figures = _figures(member)
        same = bool(figures) and figures == _figures(twin)
        if not _is_rolled(other):
            self.direct.append(member)
        if same:
            self.equal.append(member)
            named_alike = Path(member.file).name == Path(twin.file).name
            self.sure = self.sure or len(figures) >= _ENOUGH or named_alike
        if same or not _is_rolled(other):
            self.files[Path(other.file).name] = None

    @property
    def is_double(self) -> bool:
        direct = len(dict.fromkeys(member.key for member in self.direct))
        return self.sure or len(self.equal) > 1 or (direct > 1 and direct * 2 >= len(self.units))

    def told(self) -> Finding:
        names = list(dict.fromkeys(member.name for member in (*self.direct, *self.equal)))
        place = Where(self.one.file, part=self.one.name)
        files = in_a_row(list(self.files))
        return finding(
            "tong-hop-tinh-hai-lan", place, so=len(names), cac_don_vi=in_a_row(names), cac_tep=files
        )


def _is_rolled(one: Sent) -> bool:
    return any(member.inside for member in one.members)


def _figures(member: Member) -> dict[str, Value]:
    """The figures that were typed; noughts are equal by chance."""
    return {
        id_: bare(value)
        for id_, value in member.values.items()
        if id_ not in member.made and (value.number or value.records)
    }
