"""All constructions: those that need no outside tool, those of pandoc, those of LibreOffice."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path

from conformance import builders_hand, builders_libreoffice, builders_own, builders_pandoc
from conformance.corpus_kit import Construction
from conformance.mutations import MUTATIONS, Mutation


@cache
def plain() -> tuple[Construction, ...]:
    """Ours and those typed by hand, each built once."""
    made = (*builders_own.constructions(), *builders_hand.constructions())
    return tuple(replace(one, build=cache(one.build)) for one in made)


@cache
def pandoc() -> tuple[Construction, ...]:
    """Those of pandoc."""
    return tuple(builders_pandoc.constructions())


@cache
def libreoffice(folder: Path) -> tuple[Construction, ...]:
    """All others saved by LibreOffice; those of pandoc only where pandoc is asked for as well."""
    return tuple(builders_libreoffice.constructions((*plain(), *pandoc()), folder))


def mutations() -> dict[str, Mutation]:
    """All single faults."""
    for room in ("around", "body", "foot", "head", "headings", "numbers", "page", "title", "words"):
        import_module(f"conformance.mutations_{room}")
    return MUTATIONS
