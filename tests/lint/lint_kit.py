"""Write a small template of the pack cchc-nam and lint it through the front door."""

from __future__ import annotations

from baocao.lint import lint_paths
from small_docx import p, package

PRINTS_ALL = p("Tiếp nhận {{ tthc.tiep_nhan }}, giải quyết {{ tthc.da_giai_quyet }} hồ sơ.")
"""Prints what the pack requires, so that a template is faultless but for what is put in."""


def template_file(folder, data, pack="cchc-nam", name="mau.docx"):
    """Write a template into a folder named like its pack; the folder tells the pack."""
    place = folder / pack
    place.mkdir(exist_ok=True)
    file = place / name
    file.write_bytes(data)
    return file


def lint_data(folder, data):
    """The findings of a Word file."""
    return lint_paths([template_file(folder, data)]).findings


def lint_body(folder, body, **parts):
    """The findings of a template with that body."""
    return lint_data(folder, package(body + PRINTS_ALL, **parts))
