"""Signs of the compiled source: Unicode noncharacters, which no text holds; nothing typed can be one.

Tags keep their meaning in the Jinja source with these delimiters; a brace in the text is then only a brace.
A mark is an instruction to the last step of a render (`baocao.render.order`): `MARK`, a letter, its value,
`MARK_END`.
"""

from __future__ import annotations

import re

BLOCK_START, BLOCK_END = "\ufdd0", "\ufdd1"
VAR_START, VAR_END = "\ufdd2", "\ufdd3"
MARK, MARK_END = "\ufdd4", "\ufdd5"
COMMENT_START, COMMENT_END = "\ufdd6", "\ufdd7"
LINE, LINE_END = "\ufdd8", "\ufdd9"

NONCHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")

NOTE = "n"
"""Reference of a note; value: its place in the list of notes."""
REFERENCE = "x"
"""A reference by name; value: its place in the list of references."""
LETTER = "a"
"""The point letter of a heading ("a)"); value: its level."""
ORDINAL = "t"
"""The ordinal of a heading ("thứ nhất"); value: its level."""
HEADING = "h"
"""A heading begins; value: its level."""
DRAWING = "d"
"""The number of a drawing, unique in the document."""
CHART = "g"
"""The relationship of a chart; value: its place in the list of charts."""
CELL_END = "c"
"""A cell or the like ends, which Word wants to end with a paragraph; value: that paragraph's properties."""
TABLE, TABLE_END = "b", "B"
"""A table that may have lost all its rows. Value of the end: "g" when its columns may have changed."""
ROW, ROW_END = "r", "R"
"""A row that may have lost all its cells."""
COUNT = "s"
"""The number of a caption; value: what is counted, as Word's field SEQ names it ("Bảng")."""
APPENDIX, APPENDIX_END = "p", "P"
"""The number of an appendix with its field; taken out when only one is printed."""
APPENDIX_NUMBER = "q"
"""The Roman number itself, inside of those."""


MARKED = re.compile(f"{MARK}[^{MARK_END}]*{MARK_END}")
"""An instruction as it stands in a text."""


def mark(kind: str, value: object = "") -> str:
    """An instruction to the last step."""
    return f"{MARK}{kind}{value}{MARK_END}"


ONLY_APPENDIX = mark(APPENDIX)
"""Stands in the paragraph "Phụ lục" of a report that has no other, until the document is settled."""
