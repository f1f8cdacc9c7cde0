"""noi-dung.md to mau.docx. Pure: the same text gives the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

from baocao.builder.reader import read_source
from baocao.builder.writer import Writer
from baocao.errors import PackError
from baocao.formats import Format
from baocao.ooxml.base import base_parts
from baocao.ooxml.package import write_package

TITLE = '{{ vb.trich_yeu | join(" ") }}'
CREATOR = "{{ dv.ten }}"


def build_template(source: str, headings: Sequence[str], fmt: Format, file: str = "noi-dung.md") -> bytes:
    """Build the Word template of a pack.

    source: the text of noi-dung.md. headings: form of each heading level, outermost first (`danh_so` of
    goi.yaml). file: its name, for the findings. Raises `PackError` with every fault of the text, in order;
    `KeyError` for a heading form the format does not have.
    """
    read, faults = read_source(source, file, len(headings))
    if faults:
        raise PackError(sorted(faults, key=lambda fault: fault.where.line or 0))
    writer = Writer(read, fmt, headings)
    body = writer.body()
    notes = "".join(writer.notes)
    return write_package(base_parts(fmt, headings, body, notes=notes, title=TITLE, creator=CREATOR))
