"""Paragraphs with words to be remarked on, and what the comments cover."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import re

from lxml import etree

from baocao.ooxml.comments import Remark, annotate
from baocao.ooxml.stretches import Stretch
from small_docx import NS, W, package, read_part

DOCUMENT = "word/document.xml"


def about(words: str, text: str, paragraph: int = 0, nth: int = 0) -> Remark:
    """A remark on words of a paragraph whose reader knows it as `text`."""
    at = [found.start() for found in re.finditer(re.escape(words), text)][nth]
    return Remark(f"{DOCUMENT}#{paragraph}", "Lỗi", stretch=Stretch(text, at, at + len(words)))


def marked(body: str, *remarks: Remark) -> str:
    """What the body is after the remarks."""
    return re.search(r"<w:body>(.*)<w:sectPr>", read_part(annotate(package(body), remarks)), re.S)[1]


def around(content: str) -> list[str]:
    """The words between the marks of each comment, in the order of the ends."""
    open_: dict[str, str] = {}
    found = []
    for item in etree.fromstring(f"<a {NS}>{content}</a>".encode()).iter():
        if item.tag == f"{W}commentRangeStart":
            open_[item.get(f"{W}id")] = ""
        elif item.tag == f"{W}commentRangeEnd":
            found.append(open_.pop(item.get(f"{W}id")))
        elif item.tag == f"{W}t":
            open_ = {number: words + (item.text or "") for number, words in open_.items()}
    return found


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SUM = FIELD.format(" =SUM(ABOVE) ", "12.345")
SIMPLE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>12.345</w:t></w:r></w:fldSimple>'
FILLED = (
    "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>12.345</w:t></w:r></w:sdtContent></w:sdt>"
)
