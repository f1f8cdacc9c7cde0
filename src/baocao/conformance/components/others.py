"""Other documents behind the first one in the same file, and the tables that place a head or a signature."""

from __future__ import annotations

from collections.abc import Collection

from baocao.conformance.components.appendices import is_word as is_appendix
from baocao.conformance.components.closing import is_authority, is_word, stands_apart
from baocao.conformance.components.head import is_fixed, is_number
from baocao.conformance.components.stream import Entry, Stream
from baocao.conformance.components.words import words
from baocao.conformance.paper import Table
from baocao.formats import Format

_NEAR = 10
"""Lines between the number of a head and its Quốc hiệu, at most."""
_MANY_ROWS = 8
"""Rows of a table that places neither a head nor a signature."""


def other_documents(stream: Stream, end: int, used: Collection[int], format: Format) -> list[Entry]:
    """The number of each further document: a head with Quốc hiệu and number among the entries that are not
    used by the document itself.

    end: the entry behind its signature. used: ids. A head without a number is that of a form when it stands
    above the signature, below "Mẫu số …" or in an appendix.
    """
    entries = [entry for entry in stream.entries if id(entry) not in used]
    behind = set(map(id, stream.entries[end:]))
    found: list[Entry] = []
    appended = False
    for at, entry in enumerate(entries):
        appended = appended or is_appendix(entry)
        if not is_number(entry.key):
            continue
        above, near = entries[max(at - _NEAR, 0) : at], entries[max(at - _NEAR, 0) : at + _NEAR]
        blank = not any(map(str.isdecimal, entry.text))
        if blank and (appended or id(entry) not in behind or any(map(_names_form, above))):
            continue
        if any(is_fixed(one, "quoc_hieu", format) for one in near):
            found.append(entry)
    return found


def _names_form(entry: Entry) -> bool:
    return words().noise.match(entry.key.lstrip("( ")) is not None


def placing_tables(stream: Stream, format: Format) -> list[Table]:
    """The tables without a grid that hold Quốc hiệu, Tiêu ngữ, "Nơi nhận:" or who signs, each once."""
    found = {
        id(entry.table): entry.table
        for entry in stream.entries
        if entry.table is not None and _places(entry, entry.table, format)
    }
    return list(found.values())


def _places(entry: Entry, table: Table, format: Format) -> bool:
    if table.ruled or len(table.rows) >= _MANY_ROWS:
        return False
    if is_fixed(entry, "quoc_hieu", format) or is_fixed(entry, "tieu_ngu", format):
        return True
    if is_word(entry, format.components["noi_nhan_tu"].text):
        return ":" in entry.text
    return _signs(entry, table)


def _signs(entry: Entry, table: Table) -> bool:
    """Whether a line says who signs: by an abbreviation of authority, or by a post in one of two cells."""
    if not (entry.capitals and is_authority(entry.key) and stands_apart(entry)):
        return False
    return words().authority.match(entry.key) is not None or all(len(row.cells) < 3 for row in table.rows)
