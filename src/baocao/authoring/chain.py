"""The template files of a pack that take part in its report, taken apart: most specific first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from baocao.authoring.spans import Outline, read_outline
from baocao.errors import Finding, PackError, Where, stops
from baocao.ooxml.names import DOCUMENT
from baocao.ooxml.package import Skeleton
from baocao.template import LayerSource
from baocao.template.carrying import carry_over
from baocao.template.dialect import strip_noise
from baocao.template.layers import Layer, share_namespaces, unknown_pack
from baocao.template.left_behind import drop_remarks
from baocao.template.notes import notes_of
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, parse, w
from baocao.template.places import Places
from baocao.template.spots import take_stamp


@dataclass(slots=True)
class Sheet:
    """One .docx, taken apart. notes: its footnotes by the id their references name."""

    source: LayerSource
    parts: dict[str, bytes]
    document: Element
    notes: Mapping[str, Element]
    outline: Outline

    @property
    def where(self) -> Where:
        """The file."""
        return Where(file=self.source.name)

    @property
    def body(self) -> Element:
        """The body of the document."""
        return self.document.find(w("body"))

    @property
    def extends(self) -> str:
        """The pack whose template it changes, or ""."""
        return self.outline.extends

    def rename_notes(self, prefix: str) -> None:
        """Put a prefix before the ids of all notes, so that those of two files can stand in one."""
        for reference in self.document.iter(w("footnoteReference")):
            reference.set(w("id"), prefix + reference.get(w("id"), ""))
        self.notes = {prefix + ident: note for ident, note in self.notes.items()}


def read_chain(sources: Sequence[LayerSource]) -> list[Sheet]:
    """The files that take part: each extends the next, the last stands alone.

    Raises `PackError` when one cannot be read, its tags are wrong, or what it extends is not there.
    """
    chain: list[Sheet] = []
    wanted = sources[0].pack
    for source in sources:
        if not source.provides(wanted):
            continue
        chain.append(read_sheet(source))
        wanted = chain[-1].extends
        if not wanted:
            return chain
    raise PackError(unknown_pack(chain[-1].where, wanted, sources))


def read_sheet(source: LayerSource) -> Sheet:
    """One .docx, taken apart; what Word notes for itself (revision ids, spelling marks) is left out."""
    where = Where(file=source.name)
    parts = Skeleton.read(source.data, source.name).parts()
    document = parse(parts[DOCUMENT], where)
    strip_noise(document)
    notes = notes_of(parts, document, where)
    for note in notes.values():
        strip_noise(note)
        for paragraph in note.iter(w("p")):
            take_stamp(paragraph)
    return Sheet(source, parts, document, notes, read_outline(document, where))


def bring_together(sheets: Sequence[Sheet]) -> None:
    """Let the text and notes of all sheets but the last stand in the package of the last.

    Links, pictures, lists and styles they refer to come along. Raises `PackError` when something cannot: it
    would be lost.
    """
    layers = [_layer(sheet) for sheet in sheets]
    share_namespaces(layers)
    findings: list[Finding] = []
    first = _highest_bookmark(layers[-1].document) // 1000 + 1
    for number, (sheet, layer) in enumerate(zip(sheets[:-1], layers, strict=False), start=first):
        drop_remarks(layer.document, layer.places)
        holder = etree.SubElement(layer.document, NOTE_HOLDER, rpr="")
        holder.extend(list(sheet.notes.values()))
        findings += carry_over(layer, layers[-1], number)
        layer.document.remove(holder)
    for sheet, layer in zip(sheets, layers, strict=True):
        sheet.document = layer.document
    if stops(findings):
        raise PackError(findings)


def _highest_bookmark(document: Element) -> int:
    idents = (item.get(w("id"), "") for item in document.iter(w("bookmarkStart")))
    return max((int(ident) for ident in idents if ident.isdigit()), default=0)


def _layer(sheet: Sheet) -> Layer:
    """A sheet as the compiler's own steps take it."""
    places = Places(sheet.document, sheet.where, {})
    return Layer("", sheet.source.name, sheet.parts, sheet.document, {}, places, [])
