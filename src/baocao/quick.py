"""Immutable values that a report makes by the hundred.

A frozen dataclass pays one call for each field of each object it makes: a figure with its fifteen costs more
to make than to read. What is made here is a plain one at run time; that nobody changes it is held by mypy,
which takes the decorator for `dataclass` itself.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as quick_dataclass
else:
    from dataclasses import dataclass

    def quick_dataclass(*, frozen: bool, slots: bool, eq: bool = True) -> Callable[[type], Any]:
        """As `dataclasses.dataclass`, but `frozen` only says that objects are hashable when they compare."""
        return dataclass(slots=slots, eq=eq, unsafe_hash=frozen and eq)


__all__ = ["quick_dataclass"]
