"""What the profile of a unit says that a finished document can be held against."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """name: of the unit ("Ủy ban nhân dân xã Tân Hồng"). agency, parents: lines of the letterhead as printed.

    place: địa danh. symbol: abbreviation of the unit ("UBND"). signers: names. collective: signs TM. upward:
    whether its reports carry Kính gửi; None when the profile does not say.
    """

    name: str = ""
    agency: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    place: str = ""
    symbol: str = ""
    signers: tuple[str, ...] = ()
    collective: bool | None = None
    upward: bool | None = None
