"""Fragments that take in fragments: never themselves, and not endlessly deep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from baocao.errors import Finding, finding
from baocao.template.codegen import Unit

MAX_DEPTH = 6
"""Fragments within fragments; one within one is what units need."""


def check_includes(fragments: Mapping[str, Unit]) -> Iterator[Finding]:
    """Fragments that come back to themselves, and chains that are too long. fragments: by name."""
    done: set[str] = set()
    for name in fragments:
        yield from _follow(name, (), fragments, done)


def _follow(
    name: str, above: tuple[str, ...], fragments: Mapping[str, Unit], done: set[str]
) -> Iterator[Finding]:
    path = (*above, name)
    for inner, where in fragments[name].includes if name in fragments else ():
        if inner in path:
            circle = " → ".join((*path[path.index(inner) :], inner))
            yield finding("manh-vong", where, vong=circle)
        elif len(path) >= MAX_DEPTH:
            yield finding("manh-qua-sau", where, ten=inner, toi_da=MAX_DEPTH)
        elif inner not in done:
            yield from _follow(inner, path, fragments, done)
    done.add(name)
