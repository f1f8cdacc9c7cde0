"""Which tag closes which, and which paragraphs are nothing but tags.

A tag stands at a level: between rows, cells, paragraphs or runs (when written `{%tr`, `{%tc`, `{%p`, `{%r`),
or inside a text. A paragraph of control tags only is taken for `{%p` when all partners of its tags stand at
that same level.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from baocao.errors import Finding, finding
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, own_descendants, w
from baocao.template.places import Places
from baocao.template.tag_places import Group, Tag, shown, tags_of

_OPENERS = {"if", "for", "block", "macro", "call", "filter", "with", "autoescape", "set-block"}
_MIDDLES = {"elif": {"if"}, "else": {"if", "for"}}
_MANY = 50
_END_NAMES = {"endset": "set-block"}
_NO_FRAGMENTS = (NOTE_HOLDER, w("txbxContent"), w("hdr"), w("ftr"))


@dataclass(slots=True)
class Flow:
    """The tags of a part in order. replaced: elements that give way to their tags."""

    tags: list[Tag]
    replaced: dict[Element, list[Tag]]
    findings: list[Finding]


def read_flow(root: Element, places: Places) -> Flow:
    """The tags of a part, matched; findings where they do not match."""
    tags: list[Tag] = []
    gone: set[Element] = set()
    for paragraph in root.iter(w("p")):
        tags += tags_of(paragraph, gone)
    findings = _match(tags, places)
    if not findings:
        _keep_inline_what_must(tags)
        findings = [*_misplaced(tags, places), *_not_alone(tags, places), *_twice(tags, places)]
    replaced: dict[Element, list[Tag]] = {}
    for tag in tags:
        if not tag.inline:
            replaced.setdefault(tag.owner, []).append(tag)
    return Flow(tags, replaced, findings)


def _match(tags: Iterable[Tag], places: Places) -> list[Finding]:
    stack: list[Group] = []
    findings: list[Finding] = []
    left: dict[str, tuple[int, Tag, Tag]] = {}
    for tag in tags:
        if len(findings) > _MANY:
            return findings
        if tag.word in _OPENERS:
            stack.append(Group([tag]))
            tag.group = stack[-1]
        elif tag.word in _MIDDLES:
            if stack and stack[-1].name in _MIDDLES[tag.word]:
                _join(tag, stack[-1])
            else:
                findings.append(_stray(tag, places))
        elif tag.word.startswith("end"):
            crossed = _close(tag, stack)
            if crossed is not tag:
                left |= {crossed.word: (len(findings), crossed, tag)} if crossed else {}
                findings += [_unclosed(crossed, places)] if crossed else []
            elif (begun := left.pop(_closes(tag), None)) is not None:
                findings[begun[0]] = _crossed(*begun[1:], tag, places)
            else:
                findings.append(_stray(tag, places))
    findings += [_unclosed(group.tags[0], places) for group in stack]
    return findings


def _join(tag: Tag, group: Group) -> None:
    tag.group = group
    group.tags.append(tag)


def _closes(end: Tag) -> str:
    """The word of the tag that an end tag closes."""
    return _END_NAMES.get(end.word, end.word.removeprefix("end"))


def _close(tag: Tag, stack: list[Group]) -> Tag | None:
    """Close what an end tag closes. Gives the tag left open inside, the end tag itself if none fits."""
    wanted = _closes(tag)
    if stack and stack[-1].name == wanted:
        _join(tag, stack.pop())
        return None
    inner = next((place for place in range(len(stack) - 1, -1, -1) if stack[place].name == wanted), None)
    if inner is None:
        return tag
    left_open = stack[inner + 1].tags[0]
    del stack[inner:]
    return left_open


def _stray(tag: Tag, places: Places) -> Finding:
    return finding("the-thua", places.where(tag.owner), the=shown(tag))


def _unclosed(tag: Tag, places: Places) -> Finding:
    end = "endset" if tag.word == "set-block" else f"end{tag.word}"
    return finding(
        "khoi-chua-dong", places.where(tag.owner), the=shown(tag), dong=f"{{%{tag.level} {end} %}}"
    )


def _crossed(first: Tag, between: Tag, end: Tag, places: Places) -> Finding:
    """A tag that ends after the one around it has ended."""
    spot = places.where(between.owner).paragraph
    return finding(
        "the-cheo",
        places.where(first.owner),
        the=shown(first),
        dong=shown(end),
        giua=shown(between),
        cho=spot,
    )


def _keep_inline_what_must(tags: list[Tag]) -> None:
    """A paragraph of plain control tags stays when a partner of one of its tags stands elsewhere."""
    by_owner: dict[Element, list[Tag]] = {}
    for tag in tags:
        if not tag.inline and not tag.level:
            by_owner.setdefault(tag.owner, []).append(tag)
    waiting = [tag.group for tag in tags if tag.group]
    while waiting:
        group = waiting.pop()
        if _at_one_level(group):
            continue
        for tag in group.tags:
            for other in by_owner.pop(tag.owner, ()):
                _put_inline(other)
                waiting += [other.group] if other.group else []


def _at_one_level(group: Group) -> bool:
    first = group.tags[0]
    return all(not tag.inline and tag.home is first.home for tag in group.tags)


def _put_inline(tag: Tag) -> None:
    paragraph = tag.owner
    tag.owner = next(
        item for item in own_descendants(paragraph) if item.tag == w("t") and tag.written in (item.text or "")
    )
    tag.home, tag.inline = tag.owner, True


def _misplaced(tags: list[Tag], places: Places) -> Iterator[Finding]:
    """Partners at different levels, or in texts that are built differently, would break the document."""
    for group in {id(tag.group): tag.group for tag in tags if tag.group}.values():
        first = group.tags[0]
        for tag in group.tags[1:]:
            if tag.inline and first.inline and _shape(tag.owner) == _shape(first.owner):
                continue
            if not tag.inline and not first.inline and tag.home is first.home:
                continue
            yield finding("the-lech-cho", places.where(first.owner), the=shown(first), kia=shown(tag))
            break
    for tag in tags:
        if tag.inline and tag.level in ("tr", "tc"):
            yield finding("the-ngoai-bang", places.where(tag.owner), the=shown(tag))


def _not_alone(tags: list[Tag], places: Places) -> Iterator[Finding]:
    """`extends` and `include` take a whole paragraph; `extends` of the body itself, under no condition."""
    depth = 0
    for tag in tags:
        depth += (tag.word in _OPENERS) - tag.word.startswith("end")
        whole = not tag.inline and tag.owner.tag == w("p")
        if tag.word == "extends" and not (whole and depth == 0 and tag.home.tag == w("body")):
            yield finding("extends-sai-cho", places.where(tag.owner))
        elif tag.word == "include" and not (whole and _takes_fragments(tag.owner)):
            yield finding("manh-sai-cho", places.where(tag.owner), the=shown(tag))


def _takes_fragments(paragraph: Element) -> bool:
    """Whether paragraphs with notes of their own may stand in the place of this one."""
    return all(item.tag not in _NO_FRAGMENTS for item in paragraph.iterancestors())


def _twice(tags: list[Tag], places: Places) -> Iterator[Finding]:
    first: dict[str, Tag] = {}
    for tag in tags:
        name = "".join(tag.body.split()[1:2]) if tag.word == "block" else ""
        if name in first:
            other = places.where(first[name].owner)
            yield finding("khoi-trung", places.where(tag.owner), ten=name, cho_dau=other.paragraph)
        elif name:
            first[name] = tag


def _shape(text: Element) -> tuple[str, ...]:
    return tuple(item.tag for item in text.iterancestors())
