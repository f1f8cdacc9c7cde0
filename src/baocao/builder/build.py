"""noi-dung.md to mau.docx. Pure: the same text gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from baocao.builder.reader import read_source
from baocao.builder.tables import tables_that_do_not_fit
from baocao.builder.writer import Writer
from baocao.errors import PackError
from baocao.formats import Format
from baocao.ooxml.base import base_parts
from baocao.ooxml.charts.drawing import with_charts
from baocao.ooxml.package import write_package

TITLE = '{{ vb.trich_yeu | join(" ") }}'
CREATOR = "{{ dv.ten }}"


def build_template(
    source: str,
    headings: Sequence[str],
    fmt: Format,
    file: str = "noi-dung.md",
    *,
    passages: Mapping[str, str] | None = None,
    whole: bool = True,
) -> bytes:
    """Build the Word template of a pack.

    source: the text of noi-dung.md. headings: form of each heading level, outermost first (`danh_so` of
    goi.yaml). file: its name, for the findings. passages: what `@doan name` stands for, by name. whole: False
    for a fragment, whose references may lead to names of the template that takes it in. Raises `PackError`
    with every fault of the text, in order; `KeyError` for a heading form the format does not have.
    """
    read, faults = read_source(source, file, len(headings), passages, whole=whole)
    faults += tables_that_do_not_fit(read, fmt, file, whole=whole)
    if faults:
        raise PackError(sorted(faults, key=lambda fault: fault.where.line or 0))
    writer = Writer(read, fmt, headings)
    body = writer.body()
    notes = "".join(writer.notes)
    parts = base_parts(fmt, headings, body, notes=notes, title=TITLE, creator=CREATOR)
    return write_package(parts | with_charts(parts, writer.kit.charts))
