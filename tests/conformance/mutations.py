"""Single faults, each a change of a .docx that breaks one rule: the register, and what the changes share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from conformance.corpus_kit import MOTTO, NATION, Content
from conformance.docx_words import Docx, NotHereError, W, Words, letters

Change = Callable[[Docx, Content], None]
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"


@dataclass(frozen=True)
class Mutation:
    """One fault.

    rule: the id that must tell it. also: other rules that it breaks by its nature. electronic: said of the
    document when it is checked. unit: whether the unit's profile is at hand.
    """

    name: str
    rule: str
    change: Change
    also: frozenset[str] = frozenset()
    electronic: bool | None = None
    unit: bool = False


MUTATIONS: dict[str, Mutation] = {}


def mutation(
    rule: str, name: str, *also: str, electronic: bool | None = None, unit: bool = False
) -> Callable[[Change], Change]:
    """Register a change under "rule: name"."""

    def register(change: Change) -> Change:
        key = f"{rule}: {name}"
        assert key not in MUTATIONS, key
        MUTATIONS[key] = Mutation(key, rule, change, frozenset(also), electronic, unit)
        return change

    return register


def mutated(data: bytes, content: Content, one: Mutation) -> bytes:
    """The file with the fault. Raises `NotHereError` where it has no place in the file."""
    docx = Docx(data)
    one.change(docx, content)
    return docx.data()


def need(condition: object) -> None:
    """Raises `NotHereError` unless the condition holds."""
    if not condition:
        raise NotHereError


def nation(d: Docx) -> list[Words]:
    """Quốc hiệu."""
    return d.find(NATION)


def motto(d: Docx) -> list[Words]:
    """Tiêu ngữ."""
    return d.find(MOTTO)


def number(d: Docx, c: Content) -> list[Words]:
    """The line of number and symbol."""
    found = []
    for words in d.find(f"/{c.symbol}"):
        start = words.whole.rfind("Số", 0, words.start)
        need(start >= 0)
        found.append(Words(words.element, start, words.end))
    return found


def items(c: Content, *kinds: str) -> list[str]:
    """The words of the items of some kinds; raises when there are none."""
    found = [item.text for item in c.items if item.kind in kinds]
    need(found)
    return found


def prose(c: Content, at: int = 0) -> str:
    """A long paragraph of the body."""
    found = [text for text in items(c, "doan") if len(text) > 120 and not text.startswith("Căn cứ")] or [
        text for text in items(c, "doan", "diem", "khoan_chay") if len(text) > 60
    ]
    need(at < len(found))
    return found[at]


def last_words(c: Content) -> str:
    """The paragraph that ends the body."""
    need(c.items)
    texts = [item.text for item in c.items if item.text.rstrip().endswith("./.")]
    need(texts)
    return texts[-1]


def recipient(c: Content, at: int) -> str:
    """A line of Nơi nhận as printed."""
    count = len(c.recipients)
    at %= count
    return f"- {c.recipients[at]}{'.' if at == count - 1 else ';'}"


@dataclass
class Drawn:
    """A rule in the file: what holds it, and how it is drawn: "hinh", "vml", "vien", "gach"."""

    element: etree._Element
    kind: str
    paragraph: etree._Element


def rule_below(words: list[Words]) -> list[Drawn]:
    """The rule under a line, all its copies. Raises where several lines share the paragraph."""
    found: list[Drawn] = []
    for one in words:
        need(one.alone)
        found += _drawn_near(one.element)
    need(found)
    return found


def _drawn_near(paragraph: etree._Element) -> list[Drawn]:
    found = _shapes(paragraph)
    below = paragraph.getnext()
    steps = 0
    while not found and below is not None and below.tag == f"{W}p" and steps < 2:
        text = "".join(letter.text for letter in letters(below)).strip()
        if text and set(text) <= {"_"}:
            found = [Drawn(below, "gach", below)]
        elif below.find(f"{W}pPr/{W}pBdr/{W}bottom") is not None:
            found = [Drawn(below, "vien", below)]
        elif text:
            break
        else:
            found = _shapes(below)
        below, steps = below.getnext(), steps + 1
    return found


def _shapes(paragraph: etree._Element) -> list[Drawn]:
    found = []
    for element in paragraph.iter(f"{W}drawing", f"{W}pict"):
        if (
            next(element.iterancestors(f"{W}p")) is not paragraph
            or next(element.iter(f"{W}txbxContent"), None) is not None
        ):
            continue
        found.append(Drawn(element, "hinh" if element.tag == f"{W}drawing" else "vml", paragraph))
    return found


def remove_rule(rules: list[Drawn]) -> None:
    """Take a rule away."""
    for rule in rules:
        if rule.kind == "vien":
            borders = rule.element.find(f"{W}pPr/{W}pBdr")
            borders.getparent().remove(borders)
        elif rule.kind == "gach":
            for run in rule.element.findall(f"{W}r"):
                rule.element.remove(run)
        else:
            run = next(rule.element.iterancestors(f"{W}r"))
            if run.getparent() is not None:
                run.getparent().remove(run)


def scale_rule(rules: list[Drawn], factor: float) -> None:
    """Make a rule longer or shorter, its middle where it was."""
    for rule in rules:
        {"hinh": _scale_shape, "vml": _scale_vml, "vien": _scale_border, "gach": _scale_row}[rule.kind](
            rule, factor
        )


def _scale_shape(rule: Drawn, factor: float) -> None:
    extent = rule.element.find(f".//{WP}extent")
    old = int(extent.get("cx"))
    new = round(old * factor)
    extent.set("cx", str(new))
    for inner in rule.element.iter(f"{A}ext"):
        if inner.get("cx"):
            inner.set("cx", str(new))
    offset = rule.element.find(f".//{WP}positionH/{WP}posOffset")
    if offset is not None:
        offset.text = str(int(offset.text) - (new - old) // 2)


def _scale_vml(rule: Drawn, factor: float) -> None:
    for line in rule.element.iter(f"{V}line", f"{V}shape"):
        if line.get("from"):
            one, other = (float(line.get(end).split(",")[0].removesuffix("pt")) for end in ("from", "to"))
            middle, half = (one + other) / 2, (other - one) / 2 * factor
            line.set("from", f"{middle - half:.1f}pt,{line.get('from').split(',')[1]}")
            line.set("to", f"{middle + half:.1f}pt,{line.get('to').split(',')[1]}")
            continue
        style = line.get("style", "")
        left, wide = (
            re.search(rf"(?<![-\w]){name}:(-?[\d.]+)pt", style) for name in ("margin-left", "width")
        )
        if not left or not wide:
            continue
        old = float(wide[1])
        shift = float(left[1]) - old * (factor - 1) / 2
        style = style.replace(wide[0], f"width:{old * factor:.1f}pt").replace(
            left[0], f"margin-left:{shift:.1f}pt"
        )
        line.set("style", style)


def _scale_border(rule: Drawn, factor: float) -> None:
    indent = rule.element.find(f"{W}pPr/{W}ind")
    if indent is None:
        style = rule.element.find(f"{W}pPr/{W}pStyle")
        need(style is None)
        raise NotHereError
    names = [name if indent.get(f"{W}{name}") is not None else other
             for name, other in (("left", "start"), ("right", "end"))]  # fmt: skip
    left, right = (int(indent.get(f"{W}{name}", "0")) for name in names)
    column = 5400 if left + right < 5400 else 9355
    grow = round((column - left - right) * (factor - 1) / 2)
    indent.set(f"{W}{names[0]}", str(left - grow))
    indent.set(f"{W}{names[1]}", str(right - grow))


def _scale_row(rule: Drawn, factor: float) -> None:
    whole = "".join(letter.text for letter in letters(rule.element))
    count = whole.count("_")
    words = [Words(rule.element, 0, len(whole))]
    from conformance.docx_editing import retype

    retype(words, "_" * max(1, round(count * factor)))
