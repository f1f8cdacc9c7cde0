"""What a template should not carry into every report: tracked changes, comments, places still to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from baocao.errors import Finding, PackError, finding
from baocao.lint.word_file import Sheet, WordFile, texts_of, words_of
from baocao.template.ooxml_tree import Element, w
from baocao.template.revisions import change_findings
from baocao.template.tags import Scanner, UnclosedTagError
from baocao.vietnamese.legacy import legacy_word

_COMMENTS = "word/comments.xml"
_TO_FILL = re.compile(
    r"…{3,}|\.{6,}|_{4,}|(?<!\w)[xX]{3,}(?!\w)|\?{3,}|\[(?:điền|ghi|nhập|tên|số|ngày)[^\]]*\]|lorem ipsum",
    re.IGNORECASE,
)


def leftover_findings(file: WordFile) -> Iterator[Finding]:
    """The findings of a file, parts in order."""
    for sheet in file.sheets.values():
        yield from change_findings(sheet.root, sheet.places)
        for paragraph in sheet.paragraphs():
            yield from _places_to_fill(paragraph, sheet)
    yield from _comments(file)


def _places_to_fill(paragraph: Element, sheet: Sheet) -> Iterator[Finding]:
    """ "xxx", rows of dots: they would be printed in every report."""
    text = _outside_tags("".join(item.text or "" for item in texts_of(paragraph)))
    match = _TO_FILL.search(text)
    if match is not None:
        words = text[max(match.start() - 25, 0) : match.end() + 25].strip()
        yield finding("chu-cho-dien", sheet.places.where(paragraph, words), chu=match.group()[:20])
    word = legacy_word(text)
    if word:
        yield finding("bang-ma-cu", sheet.places.where(paragraph, text[:60]), chu=word)


def _outside_tags(text: str) -> str:
    if "{" not in text:
        return text
    try:
        pieces = Scanner().pieces(text)
    except UnclosedTagError:
        return ""
    for piece in reversed(pieces):
        text = text[: piece.start] + " " + text[piece.end :]
    return text


def _comments(file: WordFile) -> Iterator[Finding]:
    """Tags in Word's comments; that comments are not printed, the compiler tells."""
    document = file.document
    if _COMMENTS not in file.parts or document is None:
        return
    try:
        root = file.tree(_COMMENTS)
    except PackError as fault:
        yield from fault.findings
        return
    said = {item.get(w("id")): words_of(item).strip() for item in root.iter(w("comment"))}
    for reference in document.root.iter(w("commentReference")):
        words = said.get(reference.get(w("id")), "")
        if "{{" in words or "{%" in words:
            yield finding("the-trong-nhan-xet", document.places.where(reference), chu=words[:60])


def unprinted_tags(file: WordFile) -> Iterator[Finding]:
    """Tags in parts that no report renders: charts, diagrams, the second set of properties."""
    for name, data in file.parts.items():
        if file.is_printed(name) or name == _COMMENTS or not name.endswith(".xml"):
            continue
        if (b"{{" in data or b"{%" in data) and (words := _first_tag(data)):
            where = file.where.but(part=_LABELS.get(name.split("/")[1], name) if "/" in name else name)
            yield finding("the-cho-khong-in", where.but(words=words, anchor=f"{name}#0"), the=words)


_LABELS = {
    "charts": "biểu đồ",
    "diagrams": "sơ đồ (SmartArt)",
    "app.xml": "thuộc tính của tệp",
    "custom.xml": "thuộc tính của tệp",
    "glossary": "các khối dựng sẵn",
}


def _first_tag(data: bytes) -> str:
    try:
        text = "".join(map(str, etree.fromstring(data).itertext()))
    except etree.XMLSyntaxError:
        return ""
    match = re.search(r"\{\{.{0,60}?\}\}|\{%.{0,60}?%\}", text, re.DOTALL)
    return match.group() if match else ""
