"""The text between subject and signature: căn cứ, headings, prose, captions, empty paragraphs (PL I.II.6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from baocao.conformance.components.outline import boldness, full_text, headings_of
from baocao.conformance.components.stream import mostly_capitals
from baocao.conformance.components.words import fold, starts_near, words
from baocao.conformance.paper import Block, Paragraph, Table
from baocao.conformance.parts import Heading
from baocao.formats import Align

_CAPTION = 200
"""Characters of the longest caption."""
_NARROW_TEXT = 120


@dataclass(slots=True)
class Body:
    """The paragraphs of the text by what they are. standing: "QUYẾT ĐỊNH:" and what stands like it."""

    than_bai: list[Paragraph] = field(default_factory=list)
    can_cu: list[Paragraph] = field(default_factory=list)
    captions: list[Paragraph] = field(default_factory=list)
    standing: list[Paragraph] = field(default_factory=list)
    blanks: list[Paragraph] = field(default_factory=list)
    headings: tuple[Heading, ...] = ()

    @property
    def prose(self) -> tuple[Paragraph, ...]:
        """Body text without titled headings, căn cứ and captions."""
        apart = {id(paragraph) for paragraph in self.can_cu + self.captions}
        for heading in self.headings:
            if heading.titled or not heading.title or heading.level in ("phần", "tiết"):
                apart.add(id(heading.paragraph))
            apart.add(id(heading.own_title))
        return tuple(paragraph for paragraph in self.than_bai if id(paragraph) not in apart)


def read_body(blocks: Sequence[Block], used: set[int]) -> Body:
    """The text in the blocks from below the subject to above the signature.

    used: ids of paragraphs that are other components.
    """
    body = Body()
    for at, block in enumerate(blocks):
        if isinstance(block, Table) or id(block) in used or not has_words(block):
            continue
        if _is_standing(block):
            body.standing.append(block)
            continue
        body.than_bai.append(block)
        beside_table = _beside_table(blocks, at) and _is_caption(block, blocks, at)
        if beside_table or (_beside_picture(blocks, at) and _names_figure(block)):
            body.captions.append(block)
    body.headings = headings_of(body.than_bai)
    body.can_cu = _grounds(body)
    body.blanks = _blanks(blocks, body)
    return body


def has_words(paragraph: Paragraph) -> bool:
    """Whether a paragraph prints letters or digits."""
    return any(map(str.isalnum, paragraph.text))


def _is_standing(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if len(text) > 40 or not words().standing.match(fold(text)):
        return False
    return mostly_capitals(text) and (paragraph.look.align == Align.CENTER or boldness(paragraph) > 0.9)


def _beside_table(blocks: Sequence[Block], at: int) -> bool:
    """Whether a table stands within two lines below, or right above."""
    return any(isinstance(block, Table) for block in (*blocks[max(at - 2, 0) : at], *blocks[at + 1 : at + 4]))


def _beside_picture(blocks: Sequence[Block], at: int) -> bool:
    """Whether a picture or chart stands right above or right below."""
    near = (*blocks[max(at - 1, 0) : at], *blocks[at + 1 : at + 2])
    return any(isinstance(block, Paragraph) and block.pictures > 0 for block in near)


def _names_figure(paragraph: Paragraph) -> bool:
    """Whether a paragraph is the name of a figure: "Biểu đồ 2. …", "Hình 1: …"."""
    text = paragraph.text.strip()
    return len(text) <= _CAPTION and words().caption.match(fold(text)) is not None


def _is_caption(paragraph: Paragraph, blocks: Sequence[Block], at: int) -> bool:
    """Whether a paragraph beside a table is its caption, the line with its unit, or names its source."""
    text = paragraph.text.strip()
    key = fold(text[: _CAPTION + 1])
    if len(text) > _CAPTION or not key:
        return False
    if words().caption.match(key) or words().counted.match(key):
        return True
    above = any(isinstance(block, Table) for block in blocks[max(at - 2, 0) : at])
    if above and words().source.match(key):
        return True
    below = next(
        (block for block in blocks[at + 1 : at + 4] if isinstance(block, Table) or has_words(block)), None
    )
    titled = paragraph.look.align == Align.CENTER and text[-1] not in ".;"
    return isinstance(below, Table) and titled and len(text) < _NARROW_TEXT


def _grounds(body: Body) -> list[Paragraph]:
    """The căn cứ before the first heading, with the lines that go on in the same way ("Theo đề nghị …")."""
    numbered = {id(heading.paragraph) for heading in body.headings}
    found: list[Paragraph] = []
    for at, paragraph in enumerate(body.than_bai[:60]):
        if id(paragraph) in numbered or (at > 12 and not found):
            break
        key = fold(full_text(paragraph)).lstrip("-+ ")
        if _is_ground(paragraph, key) or (found and _goes_on(paragraph, key)):
            found.append(paragraph)
        elif found:
            break
    return found


def _is_ground(paragraph: Paragraph, key: str) -> bool:
    """Whether "Căn cứ …" is a ground and not the sentence that opens the text ("…, UBND xã báo cáo:")."""
    if not starts_near(key, words().ground):
        return False
    return _slanted(paragraph) or key[-1:] == ";" or not _is_sentence(key)


def _is_sentence(key: str) -> bool:
    return key[-1:] == ":" or words().opens_body.match(key) is not None


def _goes_on(paragraph: Paragraph, key: str) -> bool:
    if not words().after_ground.match(key) or key[-1:] == ":":
        return False
    return _slanted(paragraph) or key[-1:] == ";" or not _is_sentence(key)


def _slanted(paragraph: Paragraph) -> bool:
    spans = [span for span in paragraph.spans if span.text.strip()]
    return bool(spans) and sum(span.face.italic for span in spans) * 2 > len(spans)


def _blanks(blocks: Sequence[Block], body: Body) -> list[Paragraph]:
    """Empty paragraphs between those of the text, not those beside a table, which Word needs there."""
    inside = {id(paragraph) for paragraph in body.than_bai}
    places = [at for at, block in enumerate(blocks) if id(block) in inside]
    if not places:
        return []
    found = []
    for at in range(places[0] + 1, places[-1]):
        block = blocks[at]
        if isinstance(block, Table) or not block.blank or block.breaks or _ends_section(block):
            continue
        if not any(isinstance(near, Table) for near in (blocks[at - 1], blocks[at + 1])):
            found.append(block)
    return found


def _ends_section(paragraph: Paragraph) -> bool:
    return any(element.tag.endswith("}sectPr") for element in paragraph.element.iter())
