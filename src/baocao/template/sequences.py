"""Numbers of captions: Word's field `SEQ`, counted anew in the last step of each render.

ECMA-376 part 1, 17.16.5.56. "Bảng { SEQ Bảng \\* ARABIC }" is what Word writes for a caption, and what our
builder writes. When a table drops out, the numbers behind it move up; Word would do so only when somebody
presses F9. The number of an appendix is the sequence `Phụ_lục` in Roman numbers: the only appendix that is
printed has none (PL I.III.1.a), so its field, and the blank in front of it, may go.
"""

from __future__ import annotations

import re
from copy import deepcopy

from baocao.template.marks import APPENDIX, APPENDIX_END, APPENDIX_NUMBER, COUNT, mark
from baocao.template.ooxml_tree import NOTE_HOLDER, XML_SPACE, Element, make, own_descendants, put_before, w
from baocao.template.word_fields import Field, fields_among

APPENDICES = "Phụ_lục"
"""What Word makes of a caption label "Phụ lục"."""
_SEQUENCE = re.compile(r"\s*SEQ\s+([\w.]+)((?:\s*\\\*\s*\w+|\s*\\n)*)\s*", re.IGNORECASE)
_ID = w("id")
_ROMAN = re.compile(r"\\\*\s*ROMAN\b")
_OTHER_FORMS = re.compile(r"\\\*\s*(?!ARABIC|MERGEFORMAT)\w+", re.IGNORECASE)


def count_sequences(root: Element) -> None:
    """Leave the numbers of captions to the last step. A field with switches that reckon otherwise stays."""
    for paragraph in root.iter(w("p")):
        if next(paragraph.iterancestors(NOTE_HOLDER), None) is None:
            for item in fields_among(own_descendants(paragraph)):
                _count(item)


def _count(item: Field) -> None:
    found = _SEQUENCE.fullmatch(item.instruction)
    if found is None or not item.texts:
        return
    is_appendix = numbers_appendix(item)
    if not is_appendix and _OTHER_FORMS.search(found[2]):
        return
    item.texts[0].text = mark(APPENDIX_NUMBER) if is_appendix else mark(COUNT, found[1])
    for text in item.texts[1:]:
        text.text = ""
    if is_appendix:
        _enclose(item)


def numbers_appendix(item: Field) -> bool:
    """Whether a field is the number of an appendix: the sequence `Phụ_lục` in Roman numbers."""
    found = _SEQUENCE.fullmatch(item.instruction)
    return found is not None and found[1] == APPENDICES and _ROMAN.search(found[2]) is not None


def _enclose(item: Field) -> None:
    """Sign what goes when there is no number: the field, a bookmark right around it, the blank before."""
    first = item.begin
    last = first if item.end is None else item.end
    before, after = first.getprevious(), last.getnext()
    if _is_bookmark(before, "Start") and _is_bookmark(after, "End") and before.get(_ID) == after.get(_ID):
        first, last = before, after
    first = _blank_before(first)
    put_before(first, mark(APPENDIX))
    last.tail = mark(APPENDIX_END) + (last.tail or "")


def _is_bookmark(element: Element | None, edge: str) -> bool:
    return element is not None and element.tag == w(f"bookmark{edge}")


def _blank_before(first: Element) -> Element:
    """What goes first: the blank at the end of the words before, in a run of its own, or `first` itself."""
    run = first.getprevious()
    text = run[-1] if run is not None and run.tag == w("r") and len(run) else None
    words = (text.text or "") if text is not None and text.tag == w("t") else ""
    if text is None or run.tail or words == words.rstrip():
        return first
    text.text = words.rstrip()
    blank, sign = make("r"), make("t")
    blank.extend(deepcopy(item) for item in run.findall(w("rPr")))
    sign.text = words[len(words.rstrip()) :]
    sign.set(XML_SPACE, "preserve")
    blank.append(sign)
    run.addnext(blank)
    return blank
