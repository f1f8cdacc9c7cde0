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


def graft(raw: RawValue, path: Sequence[str | int], value: RawValue) -> RawValue:
    """The tree with a value put under a path of names and numbers of items (from 1); gaps are NULL."""
    if not path:
        return value
    step, *below = path
    if isinstance(step, int):
        items = list(raw.items)
        nothing = RawValue(None, value.where, Literal.NULL)
        items += [nothing] * (step - len(items))
        items[step - 1] = graft(items[step - 1], below, value)
        return RawValue(tuple(items), _holder(raw, value), Literal.LIST)
    entries = dict(raw.children)
    entries[step] = graft(entries.get(step) or RawValue(None, value.where, Literal.NULL), below, value)
    return RawValue(entries, _holder(raw, value), Literal.MAP)


def _holder(raw: RawValue, value: RawValue) -> Where:
    """Where a mapping or sequence stands that may have been blank."""
    return value.where if raw.literal is Literal.NULL else raw.where
