"""The file itself: kind of document, macros, protection, and whether everything it names is in it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from baocao.errors import Finding, PackError, finding
from baocao.lint.word_file import WordFile
from baocao.ooxml.names import SETTINGS
from baocao.ooxml.xml import R
from baocao.template.file_kind import kind_findings
from baocao.template.ooxml_tree import Element, w

_LOCAL = re.compile(r"(?:file:|[A-Za-z]:[\\/]|\\\\)")
_TARGETED = ("image", "hyperlink", "header", "footer", "chart", "diagramData", "oleObject")


def container_findings(file: WordFile) -> Iterator[Finding]:
    """The findings of a file as a whole."""
    yield from kind_findings(file.parts, file.where)
    yield from _protection(file)
    for name in file.sheets:
        yield from _relations(file, name)


def _protection(file: WordFile) -> Iterator[Finding]:
    if SETTINGS not in file.parts:
        return
    try:
        settings = file.tree(SETTINGS)
    except PackError as fault:
        yield from fault.findings
        return
    lock = settings.find(w("documentProtection"))
    if lock is not None and lock.get(w("enforcement"), "0") in ("1", "true", "on"):
        yield finding("mau-khoa-sua", file.where)


def _relations(file: WordFile, name: str) -> Iterator[Finding]:
    """What the part refers to by `r:id`: there, inside the file, and not on somebody's own disk."""
    folder, base = posixpath.split(name)
    path = f"{folder}/_rels/{base}.rels"
    try:
        found = {item.get("Id"): item for item in file.tree(path)} if path in file.parts else {}
    except PackError as fault:
        yield from fault.findings
        return
    sheet = file.sheets[name]
    for element in sheet.root.iter():
        for key, ident in element.attrib.items():
            wrong = _relation(file, found.get(ident), ident, folder) if key.startswith(f"{{{R}}}") else None
            if wrong is not None:
                where = sheet.places.where(element)
                yield finding(wrong[0], where.but(anchor=where.anchor or f"{name}#0"), ten=wrong[1])


def _relation(file: WordFile, relation: Element | None, ident: str, folder: str) -> tuple[str, str] | None:
    if relation is None:
        return ("hinh-mat", ident) if ident else None
    target, kind = relation.get("Target", ""), relation.get("Type", "").rsplit("/", 1)[-1]
    if kind not in _TARGETED:
        return None
    if relation.get("TargetMode") == "External":
        if kind == "image":
            return "hinh-ngoai-tep", target
        return ("lien-ket-may", target) if _LOCAL.match(target) else None
    part = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
    return None if part in file.parts or kind == "hyperlink" else ("hinh-mat", target)
