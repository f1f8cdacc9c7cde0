"""Groups of indicators: `{{ tthc.cap_huyen.tiep_nhan }}`. Members are made when first asked for."""

from __future__ import annotations

from collections.abc import Callable
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

    def __init__(self, tree: Tree, make: Callable[[str], Any], has_data: Callable[[str], bool]) -> None:
        self._tree, self._make, self._has_data = tree, make, has_data

    def __getattr__(self, name: str) -> Any:
        below = self._tree.get(name) if not name.startswith("_") else None
        if below is None:
            raise AttributeError(name)
        made = self._make(below) if isinstance(below, str) else Namespace(below, self._make, self._has_data)
        self.__dict__[name] = made
        return made

    def names(self) -> tuple[str, ...]:
        """The members a template may ask for."""
        return tuple(self._tree)

    def __dir__(self) -> tuple[str, ...]:
        return self.names()

    def __bool__(self) -> bool:
        return any(
            self._has_data(below) if isinstance(below, str) else bool(getattr(self, name))
            for name, below in self._tree.items()
        )
