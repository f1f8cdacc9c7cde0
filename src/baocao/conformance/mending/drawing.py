"""Rules drawn below a line, in the way of `ooxml.shapes`: `DrawRule`, `ResizeRule`."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from lxml import etree

from baocao.conformance.appearance import Element
from baocao.conformance.mending.erasing import blanks_below, erase, rules_below
from baocao.conformance.mending.lettering import CannotMendError
from baocao.conformance.mending.looks import lay_out
from baocao.conformance.mending.order import RPR, properties, put
from baocao.conformance.mending.work import Work
from baocao.conformance.mends import DrawRule, ResizeRule, SetLook
from baocao.conformance.paper import Line, Paragraph, Stroke, StrokeKind
from baocao.formats import Align, Length, Mm, Pt
from baocao.ooxml.shapes import rule_xml
from baocao.ooxml.xml import NAMESPACES
from baocao.template.ooxml_tree import is_bare, make, w

_LETTERS = Pt(4).half_points
"""Size of the letters of a paragraph that holds a rule only, so that it stands close below its line."""
_ABOVE = Pt(2)
_NEAR = Mm(1)
_STROKE = Pt(0.75)


def draw(work: Work, mend: DrawRule, *wrong: Stroke) -> None:
    """Draw a rule right below a line instead of those that stand there, and of others that are known to be
    wrong. Raises `CannotMendError`.
    """
    line = mend.below
    if line.paragraph.changed:
        raise CannotMendError("đoạn này đang có thay đổi do Word theo dõi")
    look = _look(line, mend.length)
    last = not line.paragraph.text[line.end :].strip()
    if not last and line.paragraph.look.align is not Align.CENTER:
        raise CannotMendError("dòng này đứng giữa một đoạn có nhiều dòng không canh giữa")
    there = rules_below(work, line)
    going = [*there, *(one for one in wrong if all(one.element is not other.element for other in there))]
    for stroke in going:
        erase(work, stroke)
    run = _run(work, mend.length, mend.width)
    if last:
        carriers = {id(stroke.paragraph) for stroke in going} - {id(line.paragraph)}
        _place(work, line.paragraph, run, look, carriers)
    else:
        _place_inside(work, line, run)


def resize(work: Work, mend: ResizeRule) -> None:
    """Give a rule another length, its middle below the line's; one that is no simple line is drawn anew."""
    stroke = mend.stroke
    holder = next(iter(stroke.element), None) if stroke.kind is StrokeKind.SHAPE else None
    name = "" if holder is None else etree.QName(holder).localname
    shapes = [] if holder is None else list(holder.iter("{*}wsp", "{*}wgp", "{*}pic"))
    simple = name in ("inline", "anchor") and len(shapes) == 1 and shapes[0].tag.endswith("}wsp")
    if simple and _shift(holder, mend, name):
        _stretch(holder, mend.length)
        return
    draw(work, DrawRule(mend.below, mend.length, stroke.stroke_width or _STROKE), stroke)


def _shift(holder: Element, mend: ResizeRule, name: str) -> bool:
    """Move a line so that its middle will stand below that of the words; False when that cannot be done."""
    stroke, centre = mend.stroke, mend.below.centre
    if stroke.left is None or stroke.right is None or centre is None:
        return False
    centred = abs((stroke.left + stroke.right) // 2 - centre) <= _NEAR
    if name == "inline":
        return centred and stroke.paragraph.look.align is Align.CENTER
    place = holder.find("{*}positionH")
    offset = None if place is None else place.find("{*}posOffset")
    if offset is None:
        align = None if place is None else place.find("{*}align")
        return centred and align is not None and align.text == "center"
    offset.text = str(int(offset.text or 0) + centre - mend.length // 2 - stroke.left)
    return True


def _stretch(holder: Element, length: Length) -> None:
    """Write a length into a drawing of one line, also into what older Word shows instead: it goes."""
    for extent in (holder.find("{*}extent"), *holder.iter("{*}ext")):
        if extent is not None and extent.get("cx") is not None:
            extent.set("cx", str(int(length)))
    relative = holder.find("{*}sizeRelH")
    if relative is not None:
        holder.remove(relative)
    for either in holder.iterancestors("{*}AlternateContent"):
        for fallback in either.findall("{*}Fallback"):
            either.remove(fallback)


def _look(line: Line, length: Length) -> SetLook:
    """How the paragraph that is to hold the rule is laid out; the space behind the line goes behind it."""
    paragraph = line.paragraph
    look, box = paragraph.look, paragraph.box
    mend = SetLook(paragraph, Align.CENTER, look.left, look.right, Length(0), _ABOVE, look.after, 1)
    if look.align is Align.CENTER and _alone(line):
        return mend
    if line.centre is None or box.left is None:
        raise CannotMendError("không rõ dòng chữ đứng ở đâu trên trang để kẻ cho đúng giữa")
    left = Length(line.centre - length // 2 - box.left)
    return replace(mend, align=Align.LEFT, left=left, right=Length(0))


def _alone(line: Line) -> bool:
    """Whether nothing stands beside it in its paragraph, with a tab between."""
    text = line.paragraph.text
    start, end = text.rfind("\n", 0, line.start) + 1, text.find("\n", line.end)
    return text[start : end if end >= 0 else len(text)].strip() == line.text


def _run(work: Work, length: Length, width: Length) -> Element:
    xml = rule_xml(length, work.free_drawing_id(), stroke=width)
    run: Element = etree.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>")[0]
    work.drawn.update(run.iter(w("drawing")))
    return run


def _settle(run: Element) -> None:
    """Let the drawing require the shapes' namespace by the prefix that the part knows it by."""
    choice = next(run.iter("{*}Choice"))
    choice.set("Requires", next(choice.iter("{*}wsp")).prefix)


def _place(work: Work, above: Paragraph, run: Element, look: SetLook, carriers: set[int]) -> None:
    """Put the rule into a paragraph of its own right below: one that held a wrong rule, else a new one."""
    host = next((one.element for one in blanks_below(work, above)[:1] if id(one) in carriers), None)
    if host is None or any(not is_bare(item) for item in host):
        host = make("p")
        above.element.addnext(host)
        host.tail, above.element.tail = above.element.tail, None
        frame = above.element.find(f"{w('pPr')}/{w('framePr')}")
        if frame is not None:
            properties(host, "pPr").append(deepcopy(frame))
    host.append(run)
    _settle(run)
    lay_out(host, look, work.said)
    _shrink(properties(properties(host, "pPr"), "rPr"))
    lay_out(above.element, SetLook(above, after=Length(0)), work.said)


def _place_inside(work: Work, line: Line, run: Element) -> None:
    """Put the rule on a line of its own between two lines of one paragraph."""
    ends = line.paragraph.text.find("\n", line.end)
    behind = work.lettering(line.paragraph).isolate(ends, ends + 1) if ends >= 0 else []
    if not behind:
        raise CannotMendError("dòng này không đứng một mình một dòng")
    turn = make("r")
    turn.append(make("br"))
    behind[0].addnext(run)
    run.addnext(turn)
    _settle(run)
    for one in (run, turn):
        _shrink(properties(one, "rPr"))


def _shrink(letters: Element) -> None:
    for name in ("sz", "szCs"):
        put(letters, name, RPR, val=str(_LETTERS))
