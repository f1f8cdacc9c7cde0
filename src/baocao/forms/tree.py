"""The tree of a data file, put together from single values."""

from __future__ import annotations

from collections.abc import Sequence

from baocao.errors import Where
from baocao.source.raw import Literal, RawValue


def put(branches: dict[str, RawValue], names: Sequence[str], value: RawValue) -> None:
    """Put a value under a path of names; what holds it stands where the value does, without the cell."""
    name, *below = names
    if not below:
        branches[name] = value
        return
    branch = branches.get(name)
    if branch is None or not isinstance(branch.value, dict):
        branch = RawValue({}, Where(value.where.file, sheet=value.where.sheet), Literal.MAP)
        branches[name] = branch
    assert isinstance(branch.value, dict)  # made so above
    put(branch.value, below, value)
