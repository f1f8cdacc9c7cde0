"""A `Paper` -> `Parts`: the components, found by text, place and order, never by names of styles."""

from baocao.conformance.components.find import find_parts

__all__ = ["find_parts"]
