"""Every value in effect for a kind of report and a unit, each with where it comes from; `baocao mau xem`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.errors import DataError, Finding, PackError
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.reader import read, read_mapping
from baocao.model.origins import Origin as OfProfile
from baocao.model.origins import profile_origins
from baocao.packs.origins import Effective, pack_origins
from baocao.packs.pack import Origin, Pack
from baocao.produce import choose_pack, pack_template
from baocao.template import Template
from baocao.workplace import DATA_SUFFIXES, find_workplace


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the template, or a fragment, and the Word file in effect for it.

    used: whether the report's template prints it (a fragment may lie there unused).
    """

    name: str
    file: Path
    origin: Origin
    used: bool = True


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything in effect. values: of goi.yaml and chi-tieu.yaml. profile: empty when no unit is known.

    findings: faults of the data file, the profiles and the template, remarks about the pack.
    """

    pack: Pack
    values: tuple[Effective, ...]
    blocks: tuple[Piece, ...]
    fragments: tuple[Piece, ...]
    profile: tuple[OfProfile, ...]
    findings: tuple[Finding, ...]


def overview(named: str, unit: Path | str | None = None, *, place: Path | str = ".") -> Overview:
    """What is in effect for a data file, or for a pack (id or folder).

    unit: a unit profile used instead of the file's own. place: the folder where one works; its working
    folder gives the unit of a pack. A template that cannot be compiled is among the findings. Raises
    `PackError` for a pack that cannot be used and `DataError` for a data file that cannot be read.
    """
    raw = _raw(named, unit, Path(place))
    if not raw.main.children:
        raise DataError(raw.findings)
    pack = choose_pack(raw)
    template, faults = _compiled(pack)
    return Overview(
        pack=pack,
        values=pack_origins(pack),
        blocks=tuple(_blocks(pack, template.blocks if template else {})),
        fragments=tuple(_fragments(pack, template.includes if template else {})),
        profile=profile_origins(_naming(raw, pack.id)),
        findings=raw.findings + pack.findings + faults,
    )


def _raw(named: str, unit: Path | str | None, place: Path) -> RawRecord:
    if Path(named).suffix.lower() in DATA_SUFFIXES:
        return read(named, unit_path=unit)
    around = find_workplace(place) if unit is None else None
    return read_mapping({"goi": named}, unit_path=around.profile if around else unit)


def _naming(raw: RawRecord, pack_id: str) -> RawRecord:
    """The record with the pack's id where a folder may be named: a profile speaks of packs by their ids."""
    named = RawValue(pack_id, raw.main.where, Literal.TEXT)
    main = RawValue({**raw.main.children, "goi": named}, raw.main.where, raw.main.literal)
    return replace(raw, main=main)


def _compiled(pack: Pack) -> tuple[Template | None, tuple[Finding, ...]]:
    try:
        template = pack_template(pack)
    except PackError as fault:
        return None, fault.findings
    return template, template.findings


def _blocks(pack: Pack, files: Mapping[str, str]) -> Iterator[Piece]:
    layers = {str(layer.template): layer for layer in pack.layers}
    for name, file in files.items():
        layer = layers[file]
        yield Piece(name, layer.template, layer.origin)


def _fragments(pack: Pack, included: Mapping[str, object]) -> Iterator[Piece]:
    for name, fragment in sorted(pack.fragments.items()):
        yield Piece(name, fragment.path, fragment.origin, used=name in included)
