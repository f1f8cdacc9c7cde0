"""`@muc_luc {cap: 2, tieu_de: MỤC LỤC, trang_rieng: có}`: the table of contents."""

from __future__ import annotations

from typing import NamedTuple

from baocao.builder.kit import Kit, block
from baocao.ooxml.contents import DEEPEST, contents_xml
from baocao.packs.entry import Entry

CONTENTS_KEYS = ("cap", "tieu_de", "trang_rieng")
_DEPTH = 2
_TITLE = "MỤC LỤC"


class Contents(NamedTuple):
    """What is asked of the table. depth: levels of headings."""

    depth: int
    title: str
    own_page: bool


def read_contents(entry: Entry) -> Contents:
    """The options, as typed behind the name."""
    depth = entry.whole("cap", 1, DEEPEST) or _DEPTH
    return Contents(depth, entry.text("tieu_de") or _TITLE, entry.flag("trang_rieng"))


def contents(_: Kit, asked: Contents) -> str:
    """The table in a block of its name, for a unit's template to replace."""
    return block("muc_luc", contents_xml(asked.title, asked.depth, own_page=asked.own_page))
