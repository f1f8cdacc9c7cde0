"""The official format as versioned data: `load_format("nd30-2020")`.

The numbers (margins, sizes, spacing, shares of the drawn rules) stand only in the YAML file beside this
module. The base package takes each `chosen` value; the checker measures against `minimum`..`maximum`, with
the clause.
"""

from baocao.formats.model import (
    Align,
    Component,
    Force,
    Format,
    HeadingForm,
    Page,
    Rules,
    Setting,
    Share,
)
from baocao.formats.profile import load_profile
from baocao.formats.read import FORMATS, load_format
from baocao.formats.units import Cm, Length, Mm, Pt

__all__ = [
    "FORMATS",
    "Align",
    "Cm",
    "Component",
    "Force",
    "Format",
    "HeadingForm",
    "Length",
    "Mm",
    "Page",
    "Pt",
    "Rules",
    "Setting",
    "Share",
    "load_format",
    "load_profile",
]
