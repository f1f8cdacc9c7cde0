"""Template x context -> the texts of the parts -> bytes. The hot path: strings only."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
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
from baocao.ooxml.names import DOCUMENT, SETTINGS
from baocao.ooxml.package import Skeleton
from baocao.ooxml.xml import DECLARATION
from baocao.render.order import Orderer
from baocao.render.restart import with_restart
from baocao.render.texts import Writer
from baocao.template.builtins import Filter
from baocao.template.compiled import Template
from baocao.template.guard import Budget, OverSpentError, pieces_within
from baocao.template.marks import NONCHARACTERS
from baocao.template.reasons import fault_reason
from baocao.template.sandbox import LayerLoader, Runtime
from baocao.vietnamese.text import join_unbreakable

_FAULTS_OF_TEMPLATES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
_NONCHARACTER_BYTES = b"\xef\xb7"
_AROUND = 60
_DATE_LINE = '<w:pStyle w:val="DiaDanhNgay"/>'


@dataclass(frozen=True, slots=True)
class Parts:
    """The rendered parts of a report, well-formed, and the package they belong into. findings: remarks."""

    skeleton: Skeleton
    contents: Mapping[str, bytes]
    findings: tuple[Finding, ...] = ()

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
    finished = {part: orderer.finish(text) for part, text in texts.items()}
    contents = {part: (DECLARATION + _with_joins(text)).encode() for part, text in finished.items()}
    if footnotes_restart:
        told = {DOCUMENT: contents[DOCUMENT].decode(), SETTINGS: template.skeleton.text(SETTINGS)}
        contents |= {part: with_restart(text, footnotes_restart).encode() for part, text in told.items()}
    shell = template.notes
    contents[shell.part] = (shell.head + join_unbreakable(orderer.finished_notes()) + shell.tail).encode()
    _check(contents, len(orderer.printed))
    return Parts(template.skeleton, contents, tuple(dict.fromkeys(runtime.findings)))


def to_package(parts: Parts) -> Skeleton:
    """The package of the report; members that did not change are those of the template, as they stand."""
    return parts.skeleton.replaced(parts.contents)


def to_bytes(parts: Parts) -> bytes:
    """The report as a .docx."""
    return to_package(parts).to_bytes()


class _Runtime(Runtime):
    """The sandbox with what makes texts and notes."""

    writer: Writer
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
