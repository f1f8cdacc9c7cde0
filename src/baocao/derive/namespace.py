"""Groups of indicators: `{{ tthc.cap_huyen.tiep_nhan }}`. Members are made when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

Tree = dict[str, "str | Tree"]
"""Names of one level: an indicator id, or the names below."""


@lru_cache(maxsize=32)
def tree_of(ids: tuple[str, ...]) -> Tree:
    """The dotted ids as a tree, not to be changed. No id is the beginning of another."""
    tree: Tree = {}
    for id_ in ids:
        *groups, last = id_.split(".")
        level = tree
        for group in groups:
            below = level.setdefault(group, {})
            if isinstance(below, str):
                raise ValueError(f"{id_} stands below the indicator {below}")
            level = below
        level[last] = id_
    return tree


class Namespace:
    """One group. True when any indicator in it, at any depth, has data of its own (`Context.has_data`)."""

    def __init__(
        self,
        tree: Tree,
        make: Callable[[str], Any],
        has_data: Callable[[str], bool],
        is_stated: Callable[[str], bool],
    ) -> None:
        self._tree, self._make, self._has_data, self._is_stated = tree, make, has_data, is_stated

    def __getattr__(self, name: str) -> Any:
        below = None if name.startswith("_") else self._tree.get(name)
        if below is None:
            raise AttributeError(name)
        made = self.__dict__[name] = (
            self._make(below)
            if type(below) is str
            else Namespace(below, self._make, self._has_data, self._is_stated)  # type: ignore[arg-type]
        )
        return made

    @property
    def co_noi_dung(self) -> bool:
        """Whether anything in the group was typed, 0 and "không phát sinh" included."""
        return any(map(self._is_stated, _ids(self._tree)))

    def names(self) -> tuple[str, ...]:
        """The members a template may ask for."""
        return (*self._tree, "co_noi_dung")

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def __bool__(self) -> bool:
        return any(map(self._has_data, _ids(self._tree)))


def _ids(tree: Tree) -> Iterator[str]:
    """The indicators of a group at any depth."""
    for below in tree.values():
        if isinstance(below, str):
            yield below
        else:
            yield from _ids(below)
