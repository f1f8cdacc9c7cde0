"""Lengths that know their unit. A `Length` counts EMU (914400 to the inch), as Word's drawings do."""

from __future__ import annotations

_PER_MM = 36_000
_PER_PT = 12_700
_PER_TWIP = 635


class Length(int):
    """A length in EMU. Make one with `Mm`, `Cm`, `Pt` or `Length(emu)`; read it as `.mm`, `.pt`, `.twips`."""

    __slots__ = ()

    @property
    def mm(self) -> float:
        """In millimetres."""
        return self / _PER_MM

    @property
    def pt(self) -> float:
        """In points."""
        return self / _PER_PT

    @property
    def twips(self) -> int:
        """In twentieths of a point, rounded: the unit of Word's indents, margins and spacing."""
        return round(self / _PER_TWIP)

    @property
    def half_points(self) -> int:
        """In half points, rounded: the unit of Word's type sizes."""
        return round(self * 2 / _PER_PT)


def Mm(value: float) -> Length:  # noqa: N802  (named as the unit is written in python-docx)
    """`value` millimetres."""
    return Length(round(value * _PER_MM))


def Cm(value: float) -> Length:  # noqa: N802
    """`value` centimetres."""
    return Mm(value * 10)


def Pt(value: float) -> Length:  # noqa: N802
    """`value` points."""
    return Length(round(value * _PER_PT))
