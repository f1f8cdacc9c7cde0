"""The parts of a .docx and its style sheet, read with lxml and the zip alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
OFF = {"0", "false", "off", "none"}
WRAPPERS = {W + name for name in ("sdt", "sdtContent", "hyperlink", "ins", "smartTag", "fldSimple")}


def is_on(element) -> bool:
    """Whether an on/off element (w:b, w:titlePg, ...) is there and not switched off."""
    return element is not None and element.get(W + "val", "1") not in OFF


def unwrapped(parent) -> Iterator:
    """The children of `parent`, with those of content controls, links and insertions in their place."""
    for child in parent:
        if child.tag in WRAPPERS:
            yield from unwrapped(child)
        elif child.tag != W + "del":
            yield child


class Package:
    """The parts of one .docx, parsed when asked for."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.members = {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str):
        """Root element of `word/<name>`, or None when the package has no such part."""
        member = self.members.get(f"word/{name}")
        return None if member is None else etree.fromstring(member)

    @cached_property
    def targets(self) -> dict[str, str]:
        """Relationship ids of the main document, each with its part's name."""
        root = etree.fromstring(self.members["word/_rels/document.xml.rels"])
        return {rel.get("Id"): rel.get("Target") for rel in root}

    def names(self, start: str) -> list[str]:
        """Names of the parts under word/ that begin with `start`."""
        return sorted(name[5:] for name in self.members if name.startswith(f"word/{start}"))


class Styles:
    """The style sheet: chains from a style to its last ancestor, and the document's defaults."""

    def __init__(self, package: Package) -> None:
        root = package.part("styles.xml")
        self.by_id = {style.get(W + "styleId"): style for style in root.iter(W + "style")}
        self.default_run = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.default_paragraph = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        theme = package.part("theme/theme1.xml")
        self.theme = {} if theme is None else dict(_theme_fonts(theme))

    def chain(self, style_id: str | None, kind: str = "paragraph") -> list:
        """The style and its ancestors; the default style of `kind` when `style_id` is None."""
        current = self.by_id.get(style_id) if style_id else self._default(kind)
        found = []
        while current is not None and current not in found:
            found.append(current)
            base = current.find(W + "basedOn")
            current = None if base is None else self.by_id.get(base.get(W + "val"))
        return found

    def _default(self, kind: str):
        for style in self.by_id.values():
            if style.get(W + "type") == kind and style.get(W + "default") in {"1", "true"}:
                return style
        return None


def _theme_fonts(theme) -> Iterator[tuple[str, str]]:
    for kind in ("major", "minor"):
        for script, tags in (("Ascii", "latin"), ("HAnsi", "latin"), ("EastAsia", "ea"), ("Bidi", "cs")):
            node = theme.find(f".//{A}{kind}Font/{A}{tags}")
            yield kind + script, "" if node is None else node.get("typeface", "")
