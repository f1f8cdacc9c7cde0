"""A compiled template: what the render needs, and nothing that is slow to load."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import CodeType
from typing import TYPE_CHECKING, NamedTuple

from baocao.errors import Finding, Where
from baocao.ooxml.package import Skeleton

if TYPE_CHECKING:
    from baocao.ooxml.charts.shell import ChartShell

REPLACED = "tham-chieu-khoi-thay"
"""Told when a layer has replaced the block that a name stood in; the report is made all the same."""


@dataclass(frozen=True, slots=True)
class LayerSource:
    """One .docx of a pack. name: the file, for findings. pack: the id of the pack it belongs to.

    stands_for: ids of packs based on that one that have no template of their own at this depth. full_texts:
    names of texts of the data that may bring headings and tables with names ("phu_luc[].noi_dung").
    """

    name: str
    pack: str
    data: bytes
    stands_for: frozenset[str] = frozenset()
    full_texts: frozenset[str] = frozenset()

    def provides(self, pack: str) -> bool:
        """Whether this is what `extends` of a pack means, when no file above it is."""
        return pack == self.pack or pack in self.stands_for


@dataclass(frozen=True, slots=True)
class FragmentSource:
    """A .docx of whole paragraphs that templates take in by `include`. name: the file, for findings."""

    name: str
    data: bytes


Fragments = Mapping[str, FragmentSource]
"""Fragments by the name that `include` gives. A mapping that reads a file only when asked for it will do."""


@dataclass(frozen=True, slots=True)
class Field:
    """A name the template asks the data for, and the first place it stands.

    name: "tthc.tiep_nhan"; a field of a list's rows: "tthc.linh_vuc[].ten".
    """

    name: str
    where: Where


@dataclass(frozen=True, slots=True)
class NoteShell:
    """The part of the notes without them. part: its name; text_style, reference_style: style ids."""

    part: str
    head: str
    tail: str
    text_style: str
    reference_style: str


class Place(NamedTuple):
    """A paragraph of a template: the heading above, its own words with tags, its spot and its anchor.

    spot: as a reader counts ("đoạn 12", "bảng 2, hàng 3, cột 1", "chú thích 3"). anchor: see `Where`.
    """

    heading: str = ""
    words: str = ""
    spot: str = ""
    anchor: str = ""

    def where(self, base: Where, words: str = "") -> Where:
        """The place of the paragraph in the file and part of `base`. words: those to name instead."""
        above = f"dưới đề mục «{self.heading}»" if self.heading else ""
        return base.but(
            paragraph=", ".join(filter(None, (self.spot, above))),
            words=words or self.words,
            anchor=self.anchor,
        )


@dataclass(frozen=True, slots=True)
class UnitPlaces:
    """Where the lines of one part of one layer stand: file and part, then the `Place` of each as a tuple."""

    file: str
    part: str
    lines: tuple[tuple[str, ...], ...]

    def where(self, line: int) -> Where:
        """The place of a line, counted from 1."""
        place = Place(*self.lines[line - 1]) if 0 < line <= len(self.lines) else Place()
        return place.where(Where(file=self.file, part=self.part))


@dataclass(frozen=True, slots=True)
class Template:
    """A template ready to render; frozen, and the same for the same layers and fragments.

    skeleton: the package, furnished for notes. codes: Python code of each part of each layer, by internal
    name. entries: part of the package -> internal name its render begins with. fields: names asked of the
    data. findings: remarks about the template that do not stop it. blocks: block -> file of the layer whose
    text it prints. includes: fragment -> its file and `state_of` it. charts: those filled with data, by the
    name they are called by.
    """

    skeleton: Skeleton
    codes: Mapping[str, CodeType]
    entries: Mapping[str, str]
    places: Mapping[str, UnitPlaces]
    notes: NoteShell
    fields: tuple[Field, ...]
    findings: tuple[Finding, ...]
    blocks: Mapping[str, str] = field(default_factory=dict)
    includes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    charts: Mapping[str, ChartShell] = field(default_factory=dict)

    def where(self, name: str, line: int) -> Where:
        """The place of a line of a compiled part."""
        places = self.places.get(name)
        return places.where(line) if places else Where()

    @property
    def replaced_names(self) -> frozenset[str]:
        """The names of bookmarks that layers have put something else in the place of."""
        return frozenset(str(dict(item.facts)["ten"]) for item in self.findings if item.code == REPLACED)

    def mentions(self, name: str) -> bool:
        """Whether any part asks for an attribute of that name, of whatever it be."""
        return any(_mentions(code, name) for code in self.codes.values())

    def fits(self, fragments: Fragments) -> bool:
        """Whether the fragments are still those it was compiled with."""
        return all(
            name in fragments and state_of(fragments[name]) == state for name, state in self.includes.items()
        )


def _mentions(code: CodeType, name: str) -> bool:
    return any(
        _mentions(item, name) if isinstance(item, CodeType) else item == name for item in code.co_consts
    )


def state_of(fragment: FragmentSource) -> tuple[str, str]:
    """A fragment's file and the hash of its bytes."""
    return fragment.name, hashlib.sha256(fragment.data).hexdigest()
