"""A pack: one kind of report as data. Values only; `packs.finder` finds and layers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from baocao.errors import Finding
from baocao.packs.catalogue import Catalogue
from baocao.source.raw import RawValue


class Origin(StrEnum):
    """Where a layer of a pack, or one value, comes from; the first named wins. No layer is `DEFAULT`."""

    COMMAND = "dòng lệnh"
    UNIT = "thư mục đơn vị"
    PARENT = "đơn vị cấp trên"
    BUILTIN = "gói có sẵn"
    DEFAULT = "mặc định của chương trình"

    @property
    def own(self) -> bool:
        """Whether the unit, its parents or the command line brings it, and not a pack as it is shipped."""
        return self not in (Origin.BUILTIN, Origin.DEFAULT)


@dataclass(frozen=True, slots=True)
class Layer:
    """One folder that takes part in a pack: its template overrides blocks of the layers below it.

    pack: id of the pack that the folder belongs to; a template names it after `extends`.
    """

    folder: Path
    origin: Origin
    pack: str

    @property
    def template(self) -> Path:
        """The Word template of this layer (may not exist: a layer may only change the manifest)."""
        return self.folder / "mau.docx"


class Fragment(NamedTuple):
    """A Word file of whole paragraphs that templates take in by its name (`include`)."""

    path: Path
    origin: Origin


@dataclass(frozen=True, slots=True)
class Manifest:
    """goi.yaml. `subject`: default trích yếu lines; `{nam}`, `{nam_sau}`, `{ky}`, `{ky_sau}` are filled in.

    headings: form of each heading level, outermost first, of `manifest.HEADING_FORMS`: "Phần I", "A.", "I.",
    "1.", "1.1.", "a)". format_profile: name of the format's data file. levels: of unit that the pack serves.
    based_on: id of the pack whose files lie below, "" for none. made_for: version of the pack below that this
    copy was made for, "" when not said. format_version: of the way the pack's files are written. taken: ids
    and groups of other packs' catalogues, by pack. years_of: packs whose data files serve as other years of
    this one's, as far as they have the same indicators. recipients: usual nơi nhận, or by level of unit; may
    have holes such as `{co_quan_cap_tren}` for the words of `vietnamese.terms`.
    """

    id: str
    version: str
    title: str
    type_name: str
    type_symbol: str
    subject: tuple[str, ...]
    period_kinds: tuple[str, ...]
    levels: tuple[str, ...]
    headings: tuple[str, ...]
    format_profile: str
    recipients: tuple[str, ...] | Mapping[str, tuple[str, ...]]
    extra: Mapping[str, str] = field(default_factory=dict)
    based_on: str = ""
    made_for: str = ""
    format_version: int = 1
    taken: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    years_of: tuple[str, ...] = ()


class Loan(NamedTuple):
    """What a pack takes from the catalogues of others (`lay_chi_tieu`).

    tree: as one chi-tieu.yaml, every value with its place. layers: the folders it was read from.
    """

    tree: RawValue
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as found, the unit's own folders laid over it.

    layers: most specific first, built-in last, then those of the pack it is based on. fragments: by the name
    that `include` gives, the most specific of each. findings: remarks about its files; none of them stops.
    loan: what it takes from other packs' catalogues, None for nothing.
    """

    manifest: Manifest
    catalogue: Catalogue
    layers: tuple[Layer, ...]
    fragments: Mapping[str, Fragment] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    loan: Loan | None = None

    @property
    def taking_part(self) -> tuple[str, ...]:
        """The ids of all packs whose files decide what this one is."""
        lent = self.loan.layers if self.loan else ()
        return tuple(dict.fromkeys(layer.pack for layer in (*self.layers, *lent)))

    @property
    def id(self) -> str:
        """The pack's name, as in the data file's `goi`."""
        return self.manifest.id

    @property
    def made_by(self) -> Origin:
        """Who has made it; who only lies over it has not."""
        return self._origins[-1]

    @property
    def changed_by(self) -> tuple[Origin, ...]:
        """Who lies over it, the nearest first."""
        return tuple(dict.fromkeys(self._origins[:-1]))

    @property
    def _origins(self) -> list[Origin]:
        return [layer.origin for layer in self.layers if layer.pack == self.id]

    @property
    def of_years(self) -> tuple[str, ...]:
        """Its own id, then those of the packs whose data files serve as its other years."""
        return (self.id, *(name for name in dict.fromkeys(self.manifest.years_of) if name != self.id))
