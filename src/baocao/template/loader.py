"""The door of this room: layers -> `Template`, from the cache folder when they were compiled before."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from types import MappingProxyType

from baocao.template import cache
from baocao.template.compiled import Fragments, LayerSource, Template

_Asked = tuple[tuple[LayerSource, ...], tuple[str, ...]]
_NO_FRAGMENTS: Fragments = MappingProxyType({})
_recent: deque[tuple[_Asked, Template]] = deque(maxlen=8)


def load_template(
    layers: Sequence[LayerSource], filters: Collection[str], fragments: Fragments = _NO_FRAGMENTS
) -> Template:
    """Compile a template, or take it from memory or from the cache folder.

    layers: most specific first. filters: names of the filters the render will bring (a mapping will do).
    fragments: what `include` may take in, by name; only those a layer names are asked for.
    Raises `PackError` with every fault of every layer and fragment.
    """
    asked = tuple(layers), tuple(sorted(filters))
    for known, template in tuple(_recent):
        if known == asked and template.fits(fragments):
            return template
    template = _kept(asked, fragments)
    _recent.append((asked, template))
    return template


def _kept(asked: _Asked, fragments: Fragments) -> Template:
    folder = cache.cache_folder()
    if folder is None:
        return _compile(asked, fragments)
    key = cache.key_of(*asked)
    kept = cache.read(folder, key, fragments)
    if kept is not None:
        return kept
    template = _compile(asked, fragments)
    cache.write(folder, key, template)
    return template


def _compile(asked: _Asked, fragments: Fragments) -> Template:
    from baocao.template.compiler import compile_template

    return compile_template(*asked, fragments)
