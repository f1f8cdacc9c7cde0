"""What Word wraps around tags: tracked changes, links, fields, content controls, text boxes, hidden text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.errors import Finding, finding
from baocao.lint.word_file import Sheet, texts_of, window, words_of
from baocao.template.ooxml_tree import Element, ancestor, own_descendants, w
from baocao.template.tags import Scanner, UnclosedTagError

_TAG = re.compile(r"\{[{%]|[}%]\}")
_BLOCK = re.compile(r"\{%-?p?\s+block\s+(\w+)")
_FIELD_WORD = re.compile(r"\s*\\?\s*(\w+)")
_MERGE = re.compile(r"\s*MERGEFIELD\s+\"?([^\s\"\\]+)", re.IGNORECASE)
_UPDATED = frozenset(
    {"REF", "DATE", "TIME", "DOCPROPERTY", "FORMTEXT", "MERGEFIELD", "TITLE", "AUTHOR", "FILENAME"}
)
_GONE = ("del", "moveFrom")


def wrap_findings(sheet: Sheet) -> Iterator[Finding]:
    """The findings of one part."""
    for paragraph in sheet.paragraphs():
        yield from _revisions(paragraph, sheet)
        yield from _links(paragraph, sheet)
        yield from _hidden(paragraph, sheet)
        yield from _boxes(paragraph, sheet)
    yield from _fields(sheet)
    yield from _controls(sheet)


def _revisions(paragraph: Element, sheet: Sheet) -> Iterator[Finding]:
    """A tag in a tracked deletion, or moved away, is not printed: all changes count as accepted."""
    for kind in _GONE:
        gone = [item for item in own_descendants(paragraph) if item.tag == w(kind)]
        text = "".join(_all_text(item) for item in gone)
        if _TAG.search(text):
            yield finding(
                "the-bi-xoa", sheet.places.where(paragraph, text.strip()[:60]), the=text.strip()[:60]
            )


def _all_text(element: Element) -> str:
    return "".join(item.text or "" for item in element.iter(w("t"), w("delText")))


def _links(paragraph: Element, sheet: Sheet) -> Iterator[Finding]:
    """A tag that begins outside a link and ends inside it, or the other way round."""
    texts = texts_of(paragraph)
    if not any(ancestor(item, w("hyperlink")) is not None for item in texts):
        return
    owners = [ancestor(item, w("hyperlink")) for item in texts for _ in item.text or ""]
    whole = "".join(item.text or "" for item in texts)
    for start, end in _tag_spans(whole):
        if len({id(item) for item in owners[start:end]}) > 1:
            yield finding(
                "the-trong-lien-ket", sheet.places.where(paragraph, whole[start:end]), the=whole[start:end]
            )


def _tag_spans(text: str) -> list[tuple[int, int]]:
    try:
        return [(piece.start, piece.end) for piece in Scanner().pieces(text) if piece.tag]
    except UnclosedTagError:
        return []


def _hidden(paragraph: Element, sheet: Sheet) -> Iterator[Finding]:
    """Hidden text stays hidden in the report."""
    for run in own_descendants(paragraph):
        if run.tag == w("r") and _is_on(run.find(f"{w('rPr')}/{w('vanish')}")):
            words = words_of(run).strip()
            if words:
                yield finding("chu-an", sheet.places.where(paragraph, words[:60]), chu=words[:60])
                return


def _is_on(switch: Element | None) -> bool:
    return switch is not None and switch.get(w("val"), "1") not in ("0", "false", "off")


def _boxes(paragraph: Element, sheet: Sheet) -> Iterator[Finding]:
    """Word keeps a text box twice, so that a block in it would be there twice."""
    if ancestor(paragraph, w("txbxContent")) is None:
        return
    for match in _BLOCK.finditer(words_of(paragraph)):
        yield finding("khoi-trong-khung", sheet.places.where(paragraph, match.group()), ten=match.group(1))


def _fields(sheet: Sheet) -> Iterator[Finding]:
    """Fields of a mail merge, which nobody fills in; tags in the result of a field that Word rewrites."""
    code, result, depth = "", "", 0
    for element in sheet.root.iter(w("fldSimple"), w("fldChar"), w("instrText"), w("t")):
        if element.tag == w("fldSimple"):
            yield from _field(element, element.get(w("instr"), ""), words_of(element), sheet)
        elif element.tag == w("fldChar"):
            kind = element.get(w("fldCharType"), "")
            depth += {"begin": 1, "separate": 0, "end": -1}.get(kind, 0)
            if kind == "begin" and depth == 1:
                code, result = "", ""
            if kind == "end" and depth == 0:
                yield from _field(element, code, result, sheet)
        elif depth and element.tag == w("instrText"):
            code += element.text or ""
        elif depth:
            result += element.text or ""


def _field(element: Element, code: str, result: str, sheet: Sheet) -> Iterator[Finding]:
    where = sheet.places.where(element)
    merge, word = _MERGE.match(code), _FIELD_WORD.match(code)
    if merge is not None:
        yield finding("truong-tron-thu", where, ten=merge.group(1))
    elif word is not None and word.group(1).upper() in _UPDATED and _TAG.search(result):
        yield finding(
            "the-trong-truong", where.but(words=result[:60]), the=result[:60], loai=word.group(1).upper()
        )


def _controls(sheet: Sheet) -> Iterator[Finding]:
    """Content controls: prompts that would be printed; tags that Word overwrites from bound data."""
    for control in sheet.root.iter(w("sdt")):
        properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
        if properties is None or content is None:
            continue
        words = words_of(content).strip()
        if words and _is_on(properties.find(w("showingPlcHdr"))):
            yield finding("o-dien-trong", sheet.places.where(control, words[:60]), chu=words[:60])
        elif properties.find(w("dataBinding")) is not None and (match := _TAG.search(words)):
            around = window(words, *match.span())
            yield finding("the-trong-o-dien", sheet.places.where(control, around), the=around)
