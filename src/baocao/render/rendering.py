"""Template x context -> the texts of the parts -> bytes. The hot path: strings only."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from jinja2.exceptions import TemplateError

from baocao.errors import (
    BaocaoError,
    DataError,
    Family,
    Finding,
    InternalError,
    PackError,
    Where,
    finding,
    stops,
)
from baocao.ooxml.captions import APPENDIX_FIELD
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONSHIPS, NUMBERING, SETTINGS, STYLES
from baocao.ooxml.package import Skeleton
from baocao.ooxml.xml import DECLARATION
from baocao.render.named import waits
from baocao.render.narrow_cells import narrow_cells
from baocao.render.order import Orderer
from baocao.render.restart import with_restart
from baocao.render.sections import settle_sections
from baocao.render.texts import Writer
from baocao.template.builtins import Filter
from baocao.template.compiled import Template
from baocao.template.guard import Budget, OverSpentError, pieces_within
from baocao.template.marks import NONCHARACTERS, ONLY_APPENDIX
from baocao.template.reasons import fault_reason
from baocao.template.sandbox import LayerLoader, Runtime
from baocao.vietnamese.text import join_unbreakable

_FAULTS_OF_TEMPLATES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_NONCHARACTER_BYTES = b"\xef\xb7"
_AROUND = 60
_DATE_LINE = '<w:pStyle w:val="DiaDanhNgay"/>'


@dataclass(frozen=True, slots=True)
class Parts:
    """The rendered parts of a report, well-formed, and the package they belong into. findings: remarks.

    workbooks: those of charts, the only rendered parts that are no XML.
    """

    skeleton: Skeleton
    contents: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()
    workbooks: Mapping[str, bytes] = field(default_factory=dict)

    def text(self, name: str = DOCUMENT) -> str:
        """A rendered part as text."""
        return self.contents[name].decode()


def render(
    template: Template,
    context: Mapping[str, Any],
    *,
    draft: bool = False,
    filters: Mapping[str, Filter] | None = None,
    budget: Budget | None = None,
    footnotes_restart: str = "",
) -> Parts:
    """Render a compiled template.

    draft: blanks show as dots and are remarks only. filters: those it was compiled with; by default those of
    `baocao.vietnamese`. footnotes_restart: where notes count from 1 again ("continuous", "eachPage",
    "eachSect"), "" as the template has it. Raises `DataError` when only figures are missing, `PackError` when
    the template is at fault, each with all that was found.
    """
    runtime = _runtime(template, context, draft, filters, budget)
    texts = {
        part: text for part in template.entries if (text := _part_text(runtime, template, part)) is not None
    }
    if stops(runtime.findings):
        raise _error(runtime.findings)
    orderer = Orderer(runtime.writer.notes, footnotes_restart)
    finished = {part: orderer.finish(text, signed=part == DOCUMENT) for part, text in texts.items()}
    finished[DOCUMENT] = settle_sections(finished[DOCUMENT])
    finished[DOCUMENT], skeleton = _with_lists_of_appendices(finished[DOCUMENT], template.skeleton)
    shell = template.notes
    notes = shell.head + orderer.finished_notes() + shell.tail
    if runtime.writer.references or waits(notes) or any(map(waits, finished.values())):
        finished, notes = _referred(runtime, template, skeleton, orderer, finished, notes)
    finished[DOCUMENT] = finished[DOCUMENT].replace(ONLY_APPENDIX, "")
    runtime.findings += narrow_cells(
        finished[DOCUMENT],
        lambda: template.skeleton.text(STYLES),
        template.where(template.entries[DOCUMENT], 0),
    )
    contents = _encoded(template, finished, footnotes_restart)
    contents[shell.part] = join_unbreakable(notes).encode()
    charts, workbooks = _charts(runtime, template, orderer.charts)
    contents |= charts
    _check(contents, len(orderer.printed))
    return Parts(skeleton, contents, tuple(dict.fromkeys(runtime.findings)), workbooks)


def _with_lists_of_appendices(document: str, skeleton: Skeleton) -> tuple[str, Skeleton]:
    """The document, and the package with what numbers the headings of its appendices."""
    if APPENDIX_FIELD not in document and ONLY_APPENDIX not in document:
        return document, skeleton
    from baocao.render.tree.appendices import restart_headings

    restarted, lists = restart_headings(document, skeleton)
    return restarted, skeleton if lists is None else skeleton.replaced({NUMBERING: lists})


def _encoded(template: Template, finished: Mapping[str, str], footnotes_restart: str) -> dict[str, bytes]:
    """The parts as they are written, with the settings when notes are to count otherwise than there."""
    contents = {part: (DECLARATION + _with_joins(text)).encode() for part, text in finished.items()}
    if footnotes_restart:
        told = {DOCUMENT: contents[DOCUMENT].decode(), SETTINGS: template.skeleton.text(SETTINGS)}
        contents |= {part: with_restart(text, footnotes_restart).encode() for part, text in told.items()}
    return contents


def to_package(parts: Parts) -> Skeleton:
    """The package of the report; members that did not change are those of the template, as they stand."""
    return parts.skeleton.replaced({**parts.contents, **parts.workbooks})


def to_bytes(parts: Parts) -> bytes:
    """The report as a .docx."""
    return to_package(parts).to_bytes()


class _Runtime(Runtime):
    """The sandbox with what makes texts and notes; charts: a `Charts`, when the template has any."""

    writer: Writer
    charts: Any
    report_context: Mapping[str, Any]


def _runtime(
    template: Template,
    context: Mapping[str, Any],
    draft: bool,
    filters: Mapping[str, Filter] | None,
    budget: Budget | None,
) -> _Runtime:
    if filters is None:
        from baocao.vietnamese.filters import FILTERS

        filters = FILTERS
    runtime = _Runtime(filters, template.codes, template.where, draft, budget)
    runtime.writer = Writer(runtime, template.notes.text_style, template.notes.reference_style)
    runtime.filters.update(runtime.writer.filters())
    if template.charts:
        from baocao.render.charts import Charts

        runtime.charts = Charts(runtime, template.charts)
        runtime.filters.update(runtime.charts.filters())
    runtime.names = context.keys
    runtime.report_context = context
    return runtime


def _part_text(runtime: _Runtime, template: Template, part: str) -> str | None:
    """The text of one part; None when it broke off, with the reason among the findings.

    The empty lines of statements at the end of the body, which printed nothing, are not in it.
    """
    entry = template.entries[part]
    try:
        jinja = LayerLoader(template.codes).load(runtime, entry, runtime.globals)
        context = jinja.new_context(dict(runtime.report_context))
        text = "".join(pieces_within(runtime.budget, jinja.root_render_func(context)))
        body, section, rest = text.rpartition("<w:sectPr")
        return body.rstrip("\n") + section + rest
    except OverSpentError as error:
        where = runtime.where(error.__traceback__)
        runtime.report(
            "mau-qua-tai", where if where.file else template.where(entry, 0), vi=_REASONS[error.args[0]]
        )
    except (RecursionError, MemoryError) as error:
        runtime.report("mau-qua-tai", runtime.where(error.__traceback__), vi="các thẻ gọi nhau không dứt")
    except _FAULTS_OF_TEMPLATES as error:
        if os.environ.get("BAOCAO_DEBUG"):
            raise
        if not stops(runtime.findings):
            runtime.report("mau-loi-khi-tinh", runtime.where(error.__traceback__), ly_do=fault_reason(error))
    return None


_REASONS = {
    "bước": "các vòng lặp chạy quá nhiều lượt",
    "chữ": "các thẻ làm ra đoạn chữ quá dài",
    "giây": "các thẻ tính quá lâu",
    "số": "thẻ dùng một con số quá lớn",
}


def _with_joins(text: str) -> str:
    """The part with its non-breaking joins; the line of place and date never wraps and stays as it is."""
    before, style, line = text.partition(_DATE_LINE)
    if not style:
        return join_unbreakable(text)
    date, end, after = line.partition("</w:p>")
    return join_unbreakable(before) + style + date + end + join_unbreakable(after)


def _referred(
    runtime: _Runtime,
    template: Template,
    skeleton: Skeleton,
    orderer: Orderer,
    texts: Mapping[str, str],
    notes: str,
) -> tuple[dict[str, str], str]:
    """The parts and the notes with their references by name; raises for those that lead nowhere."""
    from baocao.render.tree.references import Printed, refer

    def note_id(note: tuple[str, str]) -> str | None:
        place = runtime.writer.place_of(note)
        return None if place not in orderer.printed else str(orderer.printed[place])

    file = template.where(template.entries[DOCUMENT], 0).file
    printed = Printed(skeleton, orderer.shown(), note_id, file, runtime.draft, template.replaced_names)
    part = template.notes.part
    found, findings = refer({**texts, part: notes}, runtime.writer.references, printed)
    runtime.findings += findings
    if stops(findings):
        raise _error(runtime.findings)
    return found, found.pop(part)


def _charts(
    runtime: _Runtime, template: Template, printed: Sequence[int]
) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The parts of the printed charts with those that tell of them, and their workbooks."""
    if not printed:
        return {}, {}
    from baocao.ooxml.charts.drawing import WORKBOOK, with_charts

    told = {name: template.skeleton.data(name) for name in (CONTENT_TYPES, DOCUMENT_RELATIONSHIPS)}
    made = with_charts(told, runtime.charts.parts(printed))
    books = {name: made.pop(name) for name in tuple(made) if name.endswith(WORKBOOK)}
    return made, books


def _error(findings: list[Finding]) -> BaocaoError:
    unique = dict.fromkeys(findings)
    kind = DataError if all(item.family is Family.DATA for item in unique) else PackError
    return kind(unique)


def _check(contents: Mapping[str, bytes], notes: int) -> None:
    """What must hold of every report before it leaves: well-formed, no mark left, one reference a note."""
    for part, content in contents.items():
        parser = expat.ParserCreate(namespace_separator=" ")
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            around = content[max(0, parser.ErrorByteIndex - _AROUND) : parser.ErrorByteIndex + _AROUND]
            words = around.decode(errors="replace")
            raise PackError(finding("ket-qua-vo", Where(part=part, words=words), ly_do=error)) from error
        if _NONCHARACTER_BYTES in content and NONCHARACTERS.search(content.decode()):
            raise InternalError(finding("con-dau-the", Where(part=part)))
    if contents.get(DOCUMENT, b"").count(b"<w:footnoteReference ") != notes:
        raise InternalError(finding("chu-thich-lech", Where(part=DOCUMENT)))
