"""Whether a layer writes its blocks at the level of the base's: of paragraphs, rows, cells, runs or words.

A block is printed in the place of the base's block, so words of a sentence cannot take the place of whole
paragraphs. What comes in: documents whose dialect is carried out (`baocao.template.dialect`), so that a tag
stands where it will be in the source. A block that is alone in its paragraph over a block of paragraphs is
lifted: its paragraph is the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from baocao.errors import Finding, Where, finding
from baocao.template.layers import Layer
from baocao.template.marks import BLOCK_START, CELL_END, LINE, LINE_END, VAR_START, mark
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, ancestor, prune_run, put_before, put_last, w
from baocao.template.places import Places
from baocao.template.source import line
from baocao.template.tag_places import carries_section
from baocao.template.tags import WRITTEN, statement

_KINDS = {w(name): "p" for name in ("body", "tc", "txbxContent", "hdr", "ftr")} | {
    NOTE_HOLDER: "p",
    w("tbl"): "tr",
    w("tr"): "tc",
    w("p"): "r",
    w("t"): "t",
}
_CLOSED = (w("txbxContent"), NOTE_HOLDER)
"""Where Word allows no footnote."""
_ENDING_WITH_PARAGRAPH = (w("tc"), w("txbxContent"))
_WHAT = {
    "p": "những đoạn trọn vẹn",
    "tr": "những hàng của bảng",
    "tc": "những ô của bảng",
    "r": "một phần của câu (thẻ có chữ r)",
    "t": "một phần của câu",
}
_OTHER_WORDS = "một phần của câu, có liên kết hoặc ô điền chữ"
_HOW = {
    "p": "{{%p block {ten} %}} và {{%p endblock %}} mỗi thẻ đứng riêng một đoạn, chữ ở các đoạn giữa",
    "tr": "{{%tr block {ten} %}} và {{%tr endblock %}} mỗi thẻ ở riêng một hàng của cùng một bảng",
    "tc": "{{%tc block {ten} %}} và {{%tc endblock %}} mỗi thẻ ở riêng một ô của cùng một hàng",
    "r": "{{%r block {ten} %}} và {{%r endblock %}} ở hai đầu chữ, trong cùng một đoạn",
    "t": "{{% block {ten} %}} và {{% endblock %}} ở hai đầu chữ, trong cùng một đoạn",
}
_HOW_SUPER = {
    "p": "{{p super() }} ở một đoạn riêng, không có chữ nào khác",
    "tr": "{{tr super() }} ở một hàng riêng của bảng",
    "tc": "{{tc super() }} ở một ô riêng của hàng",
    "r": "{{r super() }} ở giữa câu",
    "t": "{{ super() }} ở giữa câu",
}
_SUPER = re.compile(r"[-(\s]*super(?:\.super)*\s*\(\s*\)")
_LINE = re.compile(f"{LINE}(\\d+){LINE_END}")
_PROPERTIES = re.compile(r"<w:(pPr|rPr)(?:/>| [^>]*/>|(?: [^>]*)?>.*?</w:\1>)", re.DOTALL)
_BARE = re.compile(r"</?w:(?:p|r|t|hyperlink|smartTag|bookmarkStart|bookmarkEnd|proofErr)(?:\s[^>]*)?/?>")


@dataclass(frozen=True, slots=True)
class Level:
    """Where a tag or a block stands. kind: "p", "tr", "tc", "r" or, within a `w:t`, "t".

    shape: what is around the text, up to its paragraph. whole: the block opens and ends in one text.
    """

    kind: str
    shape: tuple[str, ...] = ()
    whole: bool = False

    def fits(self, place: Level) -> bool:
        """Whether what stands here may be printed there."""
        return self.kind == place.kind and (self.kind != "t" or self.whole or self.shape == place.shape)


@dataclass(slots=True)
class Block:
    """A block of one document.

    start, end: what its tags stand in. ranks: of its tags among the tags of blocks. supers: `super()` that
    it prints, as written. guests: notes and fragments in it, as the findings they are where they may not be.
    """

    name: str
    level: Level
    where: Where
    start: Element
    ranks: tuple[int, int]
    end: Element = None
    supers: list[tuple[Level, str, Where]] = field(default_factory=list)
    guests: list[Finding] = field(default_factory=list)


def align_blocks(chain: Sequence[Layer]) -> Iterator[Finding]:
    """Lift the blocks that may be lifted; what else does not fit the block below it. chain: the base last."""
    below: dict[str, Block] = {}
    for layer in reversed(chain):
        blocks = _blocks(layer.document, layer.places)
        for block in blocks:
            if block.name in below and _alone(block, blocks) and below[block.name].level.kind == "p":
                _lift(block, layer.places)
        for block in blocks:
            if block.name in below:
                yield from _misfits(block, below[block.name])
        below |= {block.name: block for block in blocks}


def _misfits(block: Block, base: Block) -> Iterator[Finding]:
    ten, kind = block.name, base.level.kind
    if not block.level.fits(base.level):
        here = _WHAT[block.level.kind] if block.level.kind != kind else _OTHER_WORDS
        how = _HOW[kind].format(ten=ten)
        yield finding("khoi-lech-bac", block.where, ten=ten, goc=_WHAT[kind], day=here, cach=how)
        return
    for place, written, where in block.supers:
        if not base.level.fits(place):
            how = _HOW_SUPER[kind]
            yield finding("super-lech-bac", where, ten=ten, the=written, goc=_WHAT[kind], cach=how)
    if any(ancestor(base.start, name) is not None or base.start.tag == name for name in _CLOSED):
        yield from block.guests


def _blocks(root: Element, places: Places) -> list[Block]:
    """The blocks of a document, in the order in which they open."""
    found: list[Block] = []
    open_: list[Block] = []
    rank = 0
    for home, text in _texts(root):
        if home.tag == NOTE_HOLDER and not text:
            for block in open_:
                block.guests.append(finding("chu-thich-sai-cho", places.where(home)))
        for tag in WRITTEN.finditer(text):
            body = tag.group(4).strip()
            word = statement(body) if tag.group(1) == BLOCK_START else ""
            where = _place(home, text[: tag.start()], places)
            if word == "block":
                level = _level(home)
                open_.append(Block(body.split()[1], level, where, home, (rank, rank)))
                found.append(open_[-1])
            elif word == "endblock":
                _close(open_.pop(), home, rank)
            elif word == "include":
                for block in open_:
                    block.guests.append(finding("manh-sai-cho", where, the=f"{{%p {body} %}}"))
            elif open_ and tag.group(1) == VAR_START and _SUPER.match(body):
                open_[-1].supers.append((_level(home), _shown(tag), where))
            rank += word in ("block", "endblock")
    return found


def _texts(root: Element) -> Iterator[tuple[Element, str]]:
    """The texts that hold tags, in order, each with what it stands in; a note's holder as it begins."""
    for event, item in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and item.tag == NOTE_HOLDER:
            yield item, ""
        home, text = (item, item.text) if event == "start" else (item.getparent(), item.tail)
        if text and home is not None and (BLOCK_START in text or VAR_START in text):
            yield home, text


def _close(block: Block, home: Element, rank: int) -> None:
    block.end, block.ranks = home, (block.ranks[0], rank)
    block.level = Level(block.level.kind, block.level.shape, home is block.start and home.tag == w("t"))


def _level(home: Element) -> Level:
    around = (home, *home.iterancestors())
    kind = next(_KINDS[item.tag] for item in around if item.tag in _KINDS)
    shape: list[str] = []
    for item in around if kind == "t" else ():
        if item.tag == w("p"):
            break
        shape.append(item.tag)
    return Level(kind, tuple(shape))


def _place(home: Element, before: str, places: Places) -> Where:
    """The place of a tag: that of the paragraph whose place it took, or of the one it stands in."""
    signs = _LINE.findall(before)
    return places.all[int(signs[-1])].where(places.base) if signs else places.where(home)


def _shown(tag: re.Match[str]) -> str:
    body = tag.group(4)
    level = "p" if "_doan(" in body else "r" if "_chay(" in body else tag.group(2)
    return f"{{{{{level} super() }}}}"


def _alone(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a block opens and ends in words of one paragraph, and nothing else stands there."""
    paragraph: Any = ancestor(block.start, w("p"))
    if block.level.kind != "t" or block.end not in paragraph.iter(w("t")):
        return False
    if carries_section(paragraph) or _level(paragraph.getparent()).kind != "p":
        return False
    first, last = block.ranks
    others = [item for item in blocks if ancestor(item.start, w("p")) is paragraph]
    if any(not first <= rank <= last for item in others for rank in item.ranks):
        return False
    text = str(etree.tostring(paragraph, encoding="unicode", with_tail=False))
    tags = [item for item in WRITTEN.finditer(text) if item.group(1) == BLOCK_START]
    if (statement(tags[0].group(4)), statement(tags[-1].group(4))) != ("block", "endblock"):
        return False
    before, after = text[: tags[0].start()], text[tags[-1].end() :]
    return not any(_BARE.sub("", _PROPERTIES.sub("", piece)).strip() for piece in (before, after))


def _lift(block: Block, places: Places) -> None:
    """Put the tags of a block before and behind its paragraph."""
    paragraph: Any = ancestor(block.start, w("p"))
    opening = next(WRITTEN.finditer(block.start.text))
    put_before(paragraph, line(places, paragraph) + opening.group())
    block.start.text = block.start.text[opening.end() :]
    ending = list(WRITTEN.finditer(block.end.text))[-1]
    paragraph.tail = ending.group() + (paragraph.tail or "")
    block.end.text = block.end.text[: ending.start()]
    for item in {block.start, block.end}:
        if not item.text:
            prune_run(item)
    home = paragraph.getparent()
    if home.tag in _ENDING_WITH_PARAGRAPH:
        put_last(home, mark(CELL_END))
    block.start, block.level = home, Level("p")
    block.end = home
