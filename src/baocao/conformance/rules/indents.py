"""Rules of where the lines of the running text begin (PL I.II.6.e)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from baocao.conformance.appearance import Look
from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import Mend, Retype, SetLook
from baocao.conformance.paper import Paragraph
from baocao.conformance.rules import wording
from baocao.conformance.rules.kit import about, broken, held, parameter, plain
from baocao.conformance.rules.running import (
    close,
    is_centred_text,
    is_deeper_item,
    is_one_line,
    running,
    usual_indent,
)
from baocao.formats import Length, Mm

_ZERO = Length(0)
_RIGHT_TOLERANCE = Mm(1)


@about("ND04", "than_bai")
def first_lines(case: Case) -> Iterator[Seen]:
    """The first line of a paragraph begins 1 cm or 1.27 cm inside, by its indent (PL I.II.6.e)."""
    paragraphs = _indented(case)
    target = _target(case, paragraphs)
    for paragraph in paragraphs:
        seen = _indent_fault(case, paragraph)
        if not seen:
            yield held(paragraph)
            continue
        blanks = len(paragraph.text) - len(paragraph.text.lstrip())
        mends: list[Mend] = [Retype(paragraph, 0, paragraph.text[:blanks], "")] if blanks else []
        mends.append(SetLook(paragraph, left=_ZERO, first_line=target))
        yield broken(paragraph, seen, _indents(case), mends)


def _indented(case: Case) -> list[Paragraph]:
    """The running paragraphs that ought to begin inside: not the lines in the middle."""
    alone = re.compile(parameter(case, "giua_dong"))
    return [
        paragraph
        for paragraph in running(case)
        if not is_centred_text(paragraph) and not alone.match(plain(paragraph.text))
    ]


def _indents(case: Case) -> str:
    steps = [wording.figure(step / 10, 2) for step in case.text.parameters["muc_lui"]]
    return f"thụt dòng đầu {' hoặc '.join(steps)} cm"


def _permitted(case: Case, indent: int) -> bool:
    tolerance = case.text.parameters["sai_so"]
    return any(close(indent, Mm(step), tolerance) for step in case.text.parameters["muc_lui"])


def _target(case: Case, paragraphs: Sequence[Paragraph]) -> Length:
    usual = usual_indent(one for one in paragraphs if _permitted(case, one.look.first_line))
    return usual or case.format.first_line.chosen


def _indent_fault(case: Case, paragraph: Paragraph) -> str:
    """What is wrong with where its first line begins; "" for nothing."""
    look, text = paragraph.look, paragraph.text
    if text[:1].isspace() and not paragraph.label:
        tab = "\t" in text[: len(text) - len(text.lstrip())]
        return f"đầu đoạn gõ dấu {'Tab' if tab else 'cách'}"
    start = Length(look.left + look.first_line)
    if is_deeper_item(paragraph, parameter(case, "y_nho")) and start > 0:
        return ""
    item = bool(paragraph.label) or text[:1] in "-–"
    if look.left > 0 and look.first_line == 0 and not item and not is_one_line(paragraph):
        return f"cả đoạn lùi vào {wording.figure(look.left.mm / 10, 2)} cm, dòng đầu không thụt"
    if _permitted(case, start):
        return ""
    return f"thụt dòng đầu {wording.figure(start.mm / 10, 2)} cm" if start else "không thụt dòng đầu"


@about("ND09", "than_bai")
def one_indent(case: Case) -> Iterator[Seen]:
    """Paragraphs and headings share one first-line indent; none hangs (practice)."""
    prose = _indented(case)
    titles = [one.paragraph for one in case.parts.headings if not is_centred_text(one.paragraph)]
    known = {id(one) for one in prose}
    paragraphs = [*prose, *(one for one in titles if id(one) not in known)]
    target = _target(case, paragraphs)
    for paragraph in paragraphs:
        look = paragraph.look
        if look.first_line >= 0 and id(paragraph) in known and _indent_fault(case, paragraph):
            continue
        deeper = is_deeper_item(paragraph, parameter(case, "y_nho"))
        seen = _other_indent(look, target, deeper=deeper)
        wanted = f"thụt dòng đầu {wording.figure(target.mm / 10, 2)} cm như các đoạn khác"
        mend = SetLook(paragraph, left=_ZERO, right=_ZERO, first_line=target)
        yield broken(paragraph, seen, wanted, [mend]) if seen else held(paragraph)


def _other_indent(look: Look, target: Length, *, deeper: bool) -> str:
    first, left, right = look.first_line, look.left, look.right
    if first < 0:
        return f"treo dòng {wording.figure(-first.mm / 10, 2)} cm"
    if deeper:
        return ""
    if left:
        return f"cả đoạn lùi vào {wording.figure(left.mm / 10, 2)} cm"
    if right > _RIGHT_TOLERANCE:
        return f"cả đoạn lùi từ lề phải {wording.figure(right.mm / 10, 2)} cm"
    same = close(first, target, 0.2)
    return "" if same else f"thụt dòng đầu {wording.figure(first.mm / 10, 2)} cm"
