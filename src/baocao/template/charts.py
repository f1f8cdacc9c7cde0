"""Charts taken out of their package (`chart_taking`) become calls.

When the tags of the document have been carried out, the paragraph of a chart becomes a call that registers
the chart with its data and stands only when there are any.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from baocao.errors import Where
from baocao.ooxml.xml import WP, R
from baocao.template.chart_taking import CHART, KEY, Taken, told_of, wanted_of
from baocao.template.marks import CELL_END, mark
from baocao.template.ooxml_tree import Element, ancestor, own_descendants, put_before, put_last, text_of, w
from baocao.template.places import Places
from baocao.template.source import line
from baocao.template.tag_places import carries_section
from baocao.template.tags import write

if TYPE_CHECKING:  # who compiles a template without charts loads nothing of them
    from baocao.packs.chart_options import Row, Wanted

_VALUE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_ENDS = (".", ":", ";", "!", "?", ",", "…")
_SEQUENCE = re.compile(r"\bSEQ\s")
_OPENS = write("{%", "if _bieu_do")
_CLOSES = write("{%", "endif")


def treat_charts(root: Element, places: Places, taken: Mapping[str, Taken]) -> None:
    """Turn the taken charts of a document into calls."""
    for properties in list(root.iter(f"{{{WP}}}docPr")):
        key = properties.attrib.pop(KEY, "")
        if key in taken:
            _treat(properties, key, taken[key].wanted, places)


def ask_for_charts(root: Element, places: Places) -> None:
    """Put what each chart asks the data for in front of its paragraph, as outputs: for the lint."""
    for properties in root.iter(f"{{{WP}}}docPr"):
        told = told_of(properties)
        if told is None:
            continue
        wanted, faults = wanted_of(told, Where())
        paragraph = ancestor(properties, w("p"))
        if not faults and paragraph is not None:
            outputs = "".join(write("{{", f"{item}|_bieu_do") for item in _asked(wanted))
            put_before(paragraph, line(places, paragraph) + outputs + _with_values(wanted.about))


def _asked(wanted: Wanted) -> Iterator[str]:
    """Every expression of a chart."""
    yield from (item for row in wanted.rows for item in _expressions(row, wanted))
    yield from (_text(row.name) for row in wanted.rows if "{{" in row.name)
    yield from (f"({item})" for item in (wanted.whole, wanted.coloured) if item)
    if wanted.groups:
        yield _groups(wanted)


def _treat(properties: Element, key: str, wanted: Wanted, places: Places) -> None:
    next(properties.getparent().iter(CHART + "chart")).set(f"{{{R}}}id", write("{{", "_bieu_do"))
    properties.set("descr", _about(wanted) + write("{{", "_bieu_do|_loi_bieu_do"))
    run = next(properties.iterancestors(w("r")))
    paragraph = next(run.iterancestors(w("p")))
    asks = write("{%", f"set _bieu_do = {_call(key, wanted)}|_bieu_do")
    if not _is_alone(paragraph):
        put_before(run, asks + _OPENS)
        run.tail = _CLOSES + (run.tail or "")
        return
    put_before(paragraph, line(places, paragraph) + asks + _OPENS)
    last = _caption(paragraph)
    last.tail = _CLOSES + (last.tail or "")
    if paragraph.getparent().tag == w("tc"):
        put_last(paragraph.getparent(), mark(CELL_END))


def _about(wanted: Wanted) -> str:
    """The author's description, in front of the figures."""
    if not wanted.about:
        return ""
    colon = "" if wanted.about.endswith(_ENDS) else ":"
    return f"{_with_values(wanted.about)}{colon} "


def _is_alone(paragraph: Element) -> bool:
    """Whether nothing but the chart stands in its paragraph, which then goes with it."""
    drawings = [item for item in own_descendants(paragraph) if item.tag == w("drawing")]
    return len(drawings) == 1 and not text_of(paragraph).strip() and not carries_section(paragraph)


def _caption(paragraph: Element) -> Element:
    """The paragraph behind a chart when it is its caption, counted by Word's field; else the chart's own."""
    after = paragraph.getnext()
    if after is None or after.tag != w("p") or (paragraph.tail or "").strip() or carries_section(after):
        return paragraph
    codes = " ".join(item.text or "" for item in after.iter(w("instrText")))
    codes += " ".join(item.get(w("instr"), "") for item in after.iter(w("fldSimple")))
    return after if _SEQUENCE.search(codes) else paragraph


def _call(key: str, wanted: Wanted) -> str:
    """What the chart is made of, as a Jinja expression."""
    rows = ", ".join(_row(row, wanted) for row in wanted.rows)
    whole = f"({wanted.whole})" if wanted.whole else "none"
    given = {
        "khoa": _quoted(key),
        "nhom": _groups(wanted),
        "day": f"[{rows}]",
        "chia": wanted.power,
        "tong": whole,
        "mau": f"({wanted.coloured})" if wanted.coloured else "none",
    }
    return f"{{{', '.join(f'{_quoted(name)}: {value}' for name, value in given.items())}}}"


def _row(row: Row, wanted: Wanted) -> str:
    name = _text(row.name) if row.name else "none"
    of = _expressions(row, wanted)
    return f"[{name}, {'true' if row.one_by_one else 'false'}, [{', '.join(of)}]]"


def _expressions(row: Row, wanted: Wanted) -> list[str]:
    return [_column(item, wanted.rows_of) if wanted.rows_of else f"({item})" for item in row.of]


def _groups(wanted: Wanted) -> str:
    if not wanted.groups:
        return "none"
    if wanted.rows_of:
        return _column(wanted.groups[0], wanted.rows_of)
    if wanted.groups_listed:
        return f"[{', '.join(map(_text, wanted.groups))}]"
    return f"(({wanted.groups[0]})|list)"


def _column(name: str, rows: str) -> str:
    return f'(({rows})|map(attribute="{name}")|list)'


def _text(text: str) -> str:
    """A text with `{{ }}` in it, as an expression."""
    pieces = _VALUE.split(text)
    parts = [f"({piece})" if at % 2 else _quoted(piece) for at, piece in enumerate(pieces) if piece]
    return f"({' ~ '.join(parts)})" if len(parts) > 1 else "".join(parts) or '""'


def _with_values(text: str) -> str:
    """A text with `{{ }}` in it, for an attribute."""
    pieces = _VALUE.split(text)
    return "".join(write("{{", f"({piece})|_thuan") if at % 2 else piece for at, piece in enumerate(pieces))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
