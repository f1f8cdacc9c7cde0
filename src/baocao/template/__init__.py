"""Templates: one or more layered .docx -> one `Template`, ready to render. See NOTES.md.

Comes in: bytes of Word files in docxtpl's dialect, most specific layer first. Goes out: a frozen `Template`,
from the cache folder when the same layers were compiled before. Only jinja2 is imported then.
"""

from baocao.template.compiled import (
    Field,
    Fragments,
    FragmentSource,
    LayerSource,
    NoteShell,
    Template,
    UnitPlaces,
)
from baocao.template.loader import load_template

__all__ = [
    "Field",
    "FragmentSource",
    "Fragments",
    "LayerSource",
    "NoteShell",
    "Template",
    "UnitPlaces",
    "load_template",
]
