"""References by name, on the finished document: bookmarks for what they lead to, fields with the right words.

What Word makes of each field, and how a place is cited: NOTES.md of this room. Comes in: the parts as they
will be written, all else settled; goes out: the parts with their references, and what leads nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from baocao.errors import Finding, Severity, Where, finding
from baocao.ooxml.fields import field_of_words
from baocao.ooxml.names import DOCUMENT, NUMBER_OF, STYLES, part_label
from baocao.ooxml.package import Skeleton
from baocao.ooxml.xml import text_runs
from baocao.render.named import PLACEHOLDER, Reference
from baocao.render.tree.bookmarks import Bookmarks
from baocao.render.tree.contents import write_contents
from baocao.render.tree.outline import Head, Outline, cited, full_number, read_outline, words_of
from baocao.render.tree.trees import elements_of, part_of, tree_of
from baocao.template.missing import nearest
from baocao.template.ooxml_tree import Element, make, parse, w
from baocao.template.sandbox import DRAFT_BLANK
from baocao.template.word_fields import Field, fields_of
from baocao.vietnamese.text import NBSP

_NOTE_WORD, _NUMBER_SWITCHES = "chú thích", frozenset("nrw")
_PLAIN = frozenset({"h", "*mergeformat", "*charformat"})
_OWN_BOOKMARK = "_ChuThich"
_ROMAN = re.compile(r"[IVXLC]+$")


@dataclass(frozen=True, slots=True)
class Printed:
    """What is known of the report besides its parts. notes: the number that a reader sees, by the id of the
    note. named_notes: the id of a note of a text, by its name and source. file: of the template. replaced:
    names that a layer has put something else in the place of, which is told already.
    """

    skeleton: Skeleton
    notes: Mapping[str, str]
    note_id: Callable[[tuple[str, str]], str | None]
    file: str = ""
    draft: bool = False
    replaced: frozenset[str] = frozenset()


def refer(
    parts: Mapping[str, str], references: Sequence[Reference], printed: Printed
) -> tuple[dict[str, str], list[Finding]]:
    """The parts with everything referred to; findings for references to what is not printed."""
    roots = {name: tree_of(text) for name, text in parts.items()}
    referrer = _Referrer(roots[DOCUMENT], references, printed)
    for root in roots.values():
        referrer.fill(root)
    for name, root in roots.items():
        referrer.refresh(root, name)
    styles = parse(printed.skeleton.data(STYLES), Where()) if STYLES in printed.skeleton else make("styles")
    write_contents(roots[DOCUMENT], referrer.outline, referrer.bookmarks, styles)
    return {name: part_of(root, parts[name]) for name, root in roots.items()}, referrer.findings


@dataclass(slots=True)
class _Referrer:
    """Writes the references of one report."""

    document: Element
    references: Sequence[Reference]
    printed: Printed
    findings: list[Finding] = field(default_factory=list)
    outline: Outline = field(init=False)
    bookmarks: Bookmarks = field(init=False)

    def __post_init__(self) -> None:
        self.bookmarks = Bookmarks(self.document)
        self.outline = read_outline(self.document, self.printed.skeleton)

    # References of our own.

    def fill(self, root: Element) -> None:
        """Print the references that wait in a part."""
        waiting = [item for item in root.iter(w("smartTag")) if item.get(w("uri")) == PLACEHOLDER]
        for item in waiting:
            reference = self.references[int(item.get(w("element"))[1:])]
            for run in elements_of(self._printed(reference, self._appendix(item))):
                item.addprevious(run)
            parent = item.getparent()
            parent.remove(item)

    def _appendix(self, item: Element | None) -> Element | None:
        """The "Phụ lục I" of the appendix that something stands in."""
        outer = () if item is None else (item, *item.iterancestors())
        known = self.outline.appendices
        return next((known[paragraph] for paragraph in outer if paragraph in known), None)

    def _printed(self, reference: Reference, here: Element | None) -> str:
        look = reference.properties
        if reference.note is not None:
            ident = self.printed.note_id(reference.note)
            return self._note(ident, reference) if ident else self._dropped(reference)
        if reference.name not in self.bookmarks:
            return self._dropped(reference)
        if ident := self.bookmarks.note_in(reference.name):
            return self._note(ident, reference)
        if (appendix := self._called_appendix(reference.name)) is not None:
            return self._label_of(appendix, reference)
        head = self._head(reference.name)
        if head is not None:
            return self._place(head, reference) + self._of_appendix(head, reference, here)
        name = NUMBER_OF(reference.name) if reference.number_only else reference.name
        words = self.bookmarks.label(name) if name in self.bookmarks else ""
        if not words:
            return self._numberless(reference)
        return field_of_words(f"REF {name} \\h \\* MERGEFORMAT", words, look)

    def _called_appendix(self, name: str) -> Element | None:
        """The "Phụ lục I" of the appendix that a text of the data has named."""
        behind = self.bookmarks.before_paragraph(name)
        return None if behind is None else self.outline.appendices.get(behind)

    def _label_of(self, appendix: Element, reference: Reference) -> str:
        if not reference.number_only:
            name = self.bookmarks.of_paragraph(appendix)
        elif number := _ROMAN.search(words_of(appendix)):
            name = self.bookmarks.of_words(appendix, number.span())
        else:
            return self._numberless(reference)
        return field_of_words(
            f"REF {name} \\h \\* MERGEFORMAT", self.bookmarks.label(name), reference.properties
        )

    def _head(self, name: str) -> Head | None:
        """The numbered paragraph that a name means; None when it means words, such as "Bảng 3"."""
        paragraph = self.bookmarks.paragraph(name)
        head = None if paragraph is None else self.outline.by_paragraph.get(paragraph)
        has_label = NUMBER_OF(name) in self.bookmarks
        return None if head is None or has_label or not (head.is_heading or head.label) else head

    def _place(self, head: Head, reference: Reference) -> str:
        """A heading as it is cited: "điểm a khoản 2 Mục I", each number a field."""
        look = reference.properties
        if not head.number:
            if reference.number_only:
                return self._numberless(reference)
            words = field_of_words(f"REF {reference.name} \\h \\* MERGEFORMAT", head.title, look)
            return _text(f"Mục{NBSP}“", look) + words + _text("”", look)
        if reference.number_only:
            return self._number(head, look)
        chain = [*self.outline.above[head], head]
        pieces: list[str] = []
        for place, word in cited([item.number for item in chain]):
            space = " " if pieces else ""
            pieces.append(
                _text(f"{space}{word}{NBSP}" if word else space, look) + self._number(chain[place], look)
            )
        return "".join(pieces)

    def _of_appendix(self, head: Head, reference: Reference, here: Element | None) -> str:
        """ " Phụ lục I" behind a place of an appendix that the reference does not stand in itself."""
        appendix = self._appendix(head.paragraph)
        if reference.number_only or appendix is None or appendix is here:
            return ""
        return _text(" ", reference.properties) + self._label_of(appendix, reference)

    def _number(self, head: Head, look: str) -> str:
        if head.span is None:
            number = head.number.replace(" ", NBSP)
            return field_of_words(f"REF {self.bookmarks.of_paragraph(head.paragraph)} \\n \\h", number, look)
        name = self.bookmarks.of_words(head.paragraph, head.span)
        return field_of_words(f"REF {name} \\h \\* MERGEFORMAT", self.bookmarks.label(name), look)

    def _note(self, ident: str, reference: Reference) -> str:
        number = self.printed.notes.get(ident)
        name = self.bookmarks.of_note(ident)
        if number is None or name is None:
            return self._numberless(reference)
        shown = field_of_words(f"NOTEREF {name} \\h", number, reference.properties)
        return shown if reference.number_only else _text(f"{_NOTE_WORD}{NBSP}", reference.properties) + shown

    def _dropped(self, reference: Reference) -> str:
        if reference.name in self.printed.replaced and not reference.typed:
            return _text(DRAFT_BLANK, reference.properties)
        code = "tham-chieu-hut-chu" if reference.typed else "tham-chieu-hut"
        near = nearest(reference.name, self.bookmarks.readable())
        hint = f" Có phải «{near}» không?" if near else ""
        return self._told(code, reference, goi_y=hint)

    def _numberless(self, reference: Reference) -> str:
        return self._told("tham-chieu-khong-so", reference)

    def _told(self, code: str, reference: Reference, **facts: object) -> str:
        told = finding(code, reference.where, severity=self._severity, others=(), ten=reference.name, **facts)
        self.findings.append(told)
        return _text(DRAFT_BLANK, reference.properties)

    @property
    def _severity(self) -> Severity | None:
        return Severity.WARNING if self.printed.draft else None

    # Fields that an author has put in with Word.

    def refresh(self, root: Element, part: str) -> None:
        """Set the words of the author's own fields right."""
        for item in fields_of(root):
            if item.inner or item.argument().startswith(_OWN_BOOKMARK):
                continue
            if item.kind == "NOTEREF":
                self._refresh_note(item, part)
            elif item.kind == "REF":
                self._refresh_reference(item, part)

    def _refresh_note(self, item: Field, part: str) -> None:
        name = item.argument()
        ident = self.bookmarks.note_in(name) if name in self.bookmarks else None
        if ident is None:
            self._hole(item, part)
        elif (number := self.printed.notes.get(ident)) and item.switches <= {*_PLAIN, "f"}:
            item.show(number)

    def _refresh_reference(self, item: Field, part: str) -> None:
        name, switches = item.argument(), item.switches
        if name not in self.bookmarks:
            self._hole(item, part)
            return
        form = switches & _NUMBER_SWITCHES
        if not switches <= _PLAIN | _NUMBER_SWITCHES or len(form) > 1:
            return
        if not form:
            words = self.bookmarks.words(name)
            if words:
                item.show(words)
            return
        paragraph = self.bookmarks.paragraph(name)
        head = None if paragraph is None else self.outline.by_paragraph.get(paragraph)
        if head is not None and head.label:
            item.show(self._in_context(head, item, form.pop()))

    def _in_context(self, head: Head, item: Field, form: str) -> str:
        """A number as the switches of REF ask for it: alone, in full, or seen from where the field stands."""
        if form == "n":
            return head.number
        here = next(
            (self.outline.by_paragraph.get(found) for found in item.begin.iterancestors(w("p"))), None
        )
        shared = -1
        if form == "r" and here is not None and here.listed == head.listed:
            while shared + 1 in head.labels and head.labels[shared + 1] == here.labels.get(shared + 1):
                shared += 1
            shared = min(shared, max(head.labels) - 1)
        return full_number(head, shared)

    def _hole(self, item: Field, part: str) -> None:
        if item.argument() in self.printed.replaced:
            item.show(DRAFT_BLANK)
            return
        paragraph = next(item.begin.iterancestors(w("p")), None)
        words = "" if paragraph is None else words_of(paragraph).strip()[:60]
        where = Where(file=self.printed.file, part=part_label(part), words=words)
        name = item.argument()
        self.findings.append(finding("truong-ref-hut", where, severity=self._severity, ten=name))


def _text(text: str, properties: str) -> str:
    look = properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>").replace("<w:rPr/>", "")
    return text_runs(text, look)
