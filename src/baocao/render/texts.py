"""Texts of the data inside a template: `{{p x }}` as paragraphs, `{{r x }}` as runs, the notes of both."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Context, Undefined
from markupsafe import Markup

from baocao.errors import Where
from baocao.model.places import in_text
from baocao.ooxml.bookmarks import TEXT_IDS
from baocao.ooxml.full_text import with_figures
from baocao.ooxml.inlines import CrossRef
from baocao.ooxml.markdown import Block, BlockKind, parse_note, parse_text
from baocao.ooxml.paragraphs import FOOTNOTE_REF as _SIGN
from baocao.ooxml.paragraphs import STYLES, note_xml, runs_xml, styled_paragraph
from baocao.render.named import Called, Reference
from baocao.render.order import Note
from baocao.render.typed_texts import TypedFullText, TypedText, is_full, is_text
from baocao.template import marks
from baocao.template.sandbox import Runtime, plain_words
from baocao.template.text import as_markup, has_words, plain_text, text_xml

if TYPE_CHECKING:
    from baocao.render.full_texts import FullTexts

_FIRST_PARAGRAPH = re.compile(r"<w:p(?: [^<>]*)?>(?:<w:pPr>.*?</w:pPr>|<w:pPr/>)?", re.DOTALL)
_EMPTY_PARAGRAPH = re.compile(r"<w:p(?: [^<>]*)?/>")
_REFERENCE = re.compile(f"{marks.MARK}{marks.NOTE}(\\d+){marks.MARK_END}")
_DRAWN = ("<w:drawing", "<w:pict", "<m:oMath")


class Writer:
    """Turns the values of one render into paragraphs and runs, and registers notes."""

    def __init__(self, runtime: Runtime, text_style: str, reference_style: str) -> None:
        self.notes: list[Note] = []
        self.references: list[Reference] = []
        self._runtime = runtime
        self._text_style = text_style
        self._properties = f'<w:rPr><w:rStyle w:val="{reference_style}"/></w:rPr>'
        self._sign = f"<w:r>{self._properties}<w:footnoteRef/></w:r>"
        self._named: dict[tuple[str, str], int] = {}
        self._bookmarks = iter(TEXT_IDS)

    def filters(self) -> Mapping[str, Callable[..., Any]]:
        """What the compiled code calls."""
        return {
            "_doan": self._paragraphs,
            "_chay": self._runs,
            "_chu_thich": self._note,
            "_tham_chieu": self._called,
        }

    def _paragraphs(self, _: Context, value: Any, properties: str = "") -> Markup:
        written = str(value) if isinstance(value, Undefined) else self.paragraphs(value, properties)
        return as_markup(written)

    def _runs(self, _: Context, value: Any, properties: str = "") -> Markup:
        return as_markup(self.runs(value, properties))

    def _note(self, _: Context, content: Any, properties: str = "", own_mark: str | None = None) -> Markup:
        return as_markup(self.template_note(str(content), properties, own_mark))

    def _called(self, _: Context, name: str, number_only: bool = False) -> Called:
        return Called(name, number_only, self._runtime.where())

    # Paragraphs and runs.

    def paragraphs(self, value: Any, properties: str) -> str:
        """A value as paragraphs; plain ones take the properties of the paragraph that held the tag."""
        if type(value) is Markup:
            return str(value)
        if is_full(value):
            return self._full(value).xml(_clean(value.markdown))
        if is_text(value):
            blocks = parse_text(_clean(value.markdown)).blocks
            return "".join(self._block(block, value, properties) for block in blocks)
        if isinstance(value, list | tuple):
            return "".join(self.paragraphs(item, properties) for item in value)
        lines = self._runtime.plain(value).split("\n")
        return "".join(f"<w:p>{properties}{_run(line, '')}</w:p>" for line in lines if line.strip())

    def _block(self, block: Block, text: TypedText, properties: str) -> str:
        runs = self._inline_runs(block, "", text)
        if block.kind is BlockKind.PARAGRAPH and properties:
            return f"<w:p>{properties}{runs}</w:p>"
        return styled_paragraph(STYLES[block.kind], runs)

    def runs(self, value: Any, properties: str) -> str:
        """A value as runs in the look of the run that held the tag."""
        if type(value) is Markup:
            return str(value)
        if type(value) is Called:
            return self._refers(Reference(value.name, value.number_only, properties, value.where))
        words = plain_words(value) if is_text(value) else self._runtime.plain(value)
        if words is not None:
            return _run(words, properties)
        if is_full(value):
            return self._full_runs(value, properties)
        blocks = parse_text(_clean(value.markdown)).blocks
        if len(blocks) > 1 or any(block.kind is not BlockKind.PARAGRAPH for block in blocks):
            self._runtime.report("chu-nhieu-doan", getattr(value, "noi_nhap", None))
            return ""
        return "".join(self._inline_runs(block, _inner(properties), value) for block in blocks)

    def _inline_runs(self, block: Block, properties: str, text: TypedText) -> str:
        return runs_xml(
            block.inlines,
            properties,
            lambda name: self._named_note(name, text),
            lambda item, look: self._typed_reference(item, look, text),
        )

    # References by name.

    def _typed_reference(self, item: CrossRef, look: str, text: TypedText) -> str:
        """`[@name]` of a text: of one of its own notes, or of something that the template names."""
        source = (getattr(text, "notes", None) or {}).get(item.name)
        where = _place_of(text, f"[@{item.name}") or self._runtime.where()
        properties = f"<w:rPr>{look}</w:rPr>" if look else ""
        note = None if source is None else (item.name, source)
        return self._refers(Reference(item.name, item.number_only, properties, where, True, note))

    def _refers(self, reference: Reference) -> str:
        self.references.append(reference)
        return marks.mark(marks.REFERENCE, len(self.references) - 1)

    def place_of(self, note: tuple[str, str]) -> int | None:
        """The place of a note of a text (name, source) among all notes; None when nothing called it."""
        return self._named.get(note)

    # Full texts.

    def _full(self, text: TypedFullText) -> FullTexts:
        from baocao.render.full_texts import FullTexts

        return FullTexts(
            text,
            partial(self._words_of, text),
            partial(self._named_note, text=text),
            partial(self._typed_reference, text=text),
            self._bookmarks,
        )

    def _full_runs(self, text: TypedFullText, properties: str) -> str:
        runs = self._full(text).runs(_clean(text.markdown), _inner(properties))
        if runs is None:
            self._runtime.report("chu-nhieu-doan", getattr(text, "noi_nhap", None))
        return runs or ""

    def _words_of(self, text: TypedFullText, name: str) -> str | None:
        """The words of a figure that a full text names; what is missing is told, as anywhere."""
        value = text.figure(name)
        return None if value is None else _clean(self._runtime.plain(value))

    # Notes.

    def template_note(self, content: str, properties: str, own_mark: str | None) -> str:
        """Register a note of the template; gives the mark of its reference. own_mark: see `Note`."""
        if not has_words(content) and not any(sign in content for sign in _DRAWN):
            self._runtime.report("chu-thich-rong")
            return ""
        if inner := _REFERENCE.search(content):
            names = {place: name for (name, _), place in self._named.items()}
            words = _REFERENCE.sub("", plain_text(content).strip())
            return self._nested(words[:40], names.get(int(inner[1]), "…"))
        xml = self._signed(content.strip()) if own_mark is None else content.strip()
        return self._registered(Note(xml, properties or self._properties, own_mark))

    def _signed(self, content: str) -> str:
        """The note with its number in front of its first paragraph."""
        empty = _EMPTY_PARAGRAPH.match(content)
        if empty:
            return f"<w:p>{self._sign}</w:p>{content[empty.end() :]}"
        first = _FIRST_PARAGRAPH.match(content)
        at = first.end() if first else 0
        return f"{content[:at]}{self._sign}{content[at:]}" if first else f"<w:p>{self._sign}</w:p>{content}"

    def _named_note(self, name: str, text: TypedText) -> str:
        """Register `[^name]` of a text; the same note again gives the same reference."""
        source = (getattr(text, "notes", None) or {}).get(name)
        if source is None:
            self._runtime.report("chu-thich-khong-co", ten=name)
            return ""
        place = self._named.get((name, source))
        if place is not None:
            return marks.mark(marks.NOTE, place)
        typed = _clean(source)
        if is_full(text):
            typed = with_figures(typed, partial(self._words_of, text))
        blocks = parse_note(typed)
        if not any(block.inlines for block in blocks):
            self._runtime.report("chu-thich-rong-ten", ten=name)
            return ""
        xml = note_xml(
            blocks,
            self._text_style,
            lambda inner: self._nested(name, inner),
            lambda item, look: self._typed_reference(item, look, text),
        )
        xml = xml.replace(_SIGN, self._sign, 1)
        reference = self._registered(Note(xml, self._properties))
        self._named[name, source] = len(self.notes) - 1
        return reference

    def _nested(self, outer: str, inner: str) -> str:
        self._runtime.report("chu-thich-trong-chu-thich", ten=inner, ngoai=outer)
        return ""

    def _registered(self, note: Note) -> str:
        self.notes.append(note)
        return marks.mark(marks.NOTE, len(self.notes) - 1)


def _place_of(text: TypedText, words: str) -> Where | None:
    """The place of the first line of a text that has the words; of the text when none has them."""
    where: Where | None = getattr(text, "noi_nhap", None)
    source = text.markdown
    at = source.find(words)
    return where if where is None or at < 0 else in_text(where, source, source.count("\n", 0, at))


def _clean(source: str) -> str:
    return marks.NONCHARACTERS.sub("\ufffd", source)


def _run(text: str, properties: str) -> str:
    if not text:
        return ""
    written = text_xml(text)
    return f'<w:r>{properties}<w:t xml:space="preserve">{written}</w:t></w:r>'


def _inner(properties: str) -> str:
    return "" if properties == "<w:rPr/>" else properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>")
