"""Rendering: a compiled `Template` and the context of a report -> finished parts -> a .docx.

Rule of residence: what can be settled once for a template belongs in `baocao.template`; here only values
move.
"""

from baocao.render.rendering import Parts, render, to_bytes, to_package

__all__ = ["Parts", "render", "to_bytes", "to_package"]
