"""A pack: one kind of report as data. Values only; `packs.finder` finds and layers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from baocao.errors import Finding
from baocao.packs.catalogue import Catalogue


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

    headings: form of each heading level, outermost first, out of "Phần I", "Phần thứ nhất", "A.", "I.",
    "1.", "1.1.", "a)". format_profile: name of the format's data file. levels: of unit that the pack serves.
    based_on: id of the pack whose files lie below, "" for none. made_for: version of the pack below that this
    copy was made for, "" when not said. format_version: of the way the pack's files are written.
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
    recipients: tuple[str, ...]
    extra: Mapping[str, str] = field(default_factory=dict)
    based_on: str = ""
    made_for: str = ""
    format_version: int = 1


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as found, the unit's own folders laid over it.

    layers: most specific first, built-in last, then those of the pack it is based on. fragments: by the name
    that `include` gives, the most specific of each. findings: remarks about its files; none of them stops.
    """

    manifest: Manifest
    catalogue: Catalogue
    layers: tuple[Layer, ...]
    fragments: Mapping[str, Fragment] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()

    @property
    def id(self) -> str:
        """The pack's name, as in the data file's `goi`."""
        return self.manifest.id
