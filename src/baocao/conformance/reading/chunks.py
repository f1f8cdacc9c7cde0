"""Parts of other files that Word puts into the document when it opens it (ECMA-376 part 1, 17.17.2.1)."""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.conformance.paper import Paper, Paragraph
from baocao.conformance.reading.measures import W_
from baocao.ooxml.names import DOCUMENT

_PARAGRAPH, _CHUNK = f"{W_}p", f"{W_}altChunk"


def chunks_behind(paper: Paper) -> tuple[Paragraph | None, ...]:
    """The paragraph in front of each part of another file, whose words are not read; None for none."""
    root: Element = paper.trees[DOCUMENT]
    if next(root.iter(_CHUNK), None) is None:
        return ()
    printed = {paragraph.element: paragraph for paragraph in paper.paragraphs}
    found: list[Paragraph | None] = []
    last: Paragraph | None = None
    for item in root.iter(_PARAGRAPH, _CHUNK):
        if item.tag == _CHUNK:
            found.append(last)
        else:
            last = printed.get(item, last)
    return tuple(found)
