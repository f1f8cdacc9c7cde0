"""The door of this room: layers -> `Template`, from the cache folder when they were compiled before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from baocao.template import cache
from baocao.template.compiled import LayerSource, Template


def load_template(layers: Sequence[LayerSource], filters: Collection[str]) -> Template:
    """Compile a template, or take it from the cache folder.

    layers: most specific first. filters: names of the filters the render will bring (a mapping will do).
    Raises `PackError` with every fault of every layer.
    """
    return _load(tuple(layers), tuple(sorted(filters)))


@lru_cache(maxsize=8)
def _load(layers: tuple[LayerSource, ...], filters: tuple[str, ...]) -> Template:
    folder = cache.cache_folder()
    if folder is None:
        return _compile(layers, filters)
    key = cache.key_of(layers, filters)
    kept = cache.read(folder, key)
    if kept is not None:
        return kept
    template = _compile(layers, filters)
    cache.write(folder, key, template)
    return template


def _compile(layers: tuple[LayerSource, ...], filters: tuple[str, ...]) -> Template:
    from baocao.template.compiler import compile_template

    return compile_template(layers, filters)
