"""The head of a document in the ways it is typed: tables, tabs, text boxes, frames. Lengths are twips."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from conformance.builders_rules import RULES, Place, width
from conformance.builders_typing import EMU, MM, Look, R, Typist, cell, table
from conformance.corpus_kit import MOTTO, NATION, Content


@dataclass(frozen=True)
class Habit:
    """One typist's habits. head, rule, foot, pages: names of the ways.

    gap: where the space between paragraphs is set ("truoc", "sau", "hai"). line: 240ths, or "chinh-xac" for
    exactly 18 pt. subject: "doan" (a paragraph a line), "xuong-dong" (Shift+Enter). margins: top, bottom, left,
    right in mm. rule_size: of the underscores of "gach-duoi". shared_head: the head stands in the header of page one.
    """

    name: str
    content: Content
    head: str = "bang"
    rule: str = "dml"
    foot: str = "bang"
    pages: str = "phuc-tap"
    base: str = "don"
    split: bool = False
    automatic: bool = False
    first: int = 720
    gap: str = "truoc"
    line: int | str = 240
    nation: float = 13
    size: float = 14
    subject: str = "doan"
    margins: tuple[float, float, float, float] = (20, 20, 30, 15)
    rule_size: float = 10
    shared_head: bool = False

    @property
    def text_width(self) -> int:
        """Between the margins."""
        return 11906 - round((self.margins[2] + self.margins[3]) * MM)

    @property
    def columns(self) -> tuple[int, int]:
        """The widths of the two halves of the head."""
        right = round((100 if self.nation == 13 else 94) * MM)
        return self.text_width - right, right


@dataclass(frozen=True)
class Words:
    """A line of the head. ratio: of the rule below it to its width, 0 for none."""

    run: R
    ratio: float = 0


def sides(habit: Habit) -> tuple[list[Words], list[Words], list[Words], list[Words]]:
    """The lines of the four fields: agency, Quốc hiệu; number (and V/v), date."""
    c, big = habit.content, habit.nation
    agency = [Words(R(line, big)) for line in c.parents]
    agency += [
        Words(R(line, big, True), 0.42 if at == len(c.agency) - 1 else 0) for at, line in enumerate(c.agency)
    ]
    nation = [Words(R(NATION, big, True)), Words(R(MOTTO, big + 1, True), 1.0)]
    number = [Words(R(c.number_line, 13))]
    if not c.kind:
        number += [Words(R(line, 12)) for line in c.subject]
    return agency, nation, number, [Words(R(c.date_line, big + 1, italic=True))]


def stacked(hand: Typist, habit: Habit, lines: Sequence[Words], column: int) -> str:
    """Lines under each other, centred in a column, with their rules."""
    found = []
    for line in lines:
        look = Look(align="center", before=120 if line.run.text.startswith("V/v") else 0)
        if not line.ratio:
            found.append(hand.par(line.run, look=look))
            continue
        run, below = ruled(hand, habit, line, column, column // 2)
        found += [hand.par(line.run, *([run] if run else ()), look=look), *below]
    return "".join(found)


def ruled(hand: Typist, habit: Habit, line: Words, column: int, middle: int) -> tuple[str, list[str]]:
    """The rule of a line: what stands in its paragraph, what follows."""
    length = round(width(line.run.text, line.run.size, line.run.bold) * line.ratio)
    return RULES[habit.rule](hand, Place(column, middle, length, line.run.size, habit.rule_size))


def in_table(hand: Typist, habit: Habit) -> str:
    """Two rows, two columns, no borders: agency | Quốc hiệu; number | date."""
    agency, nation, number, day = sides(habit)
    left, right = habit.columns
    rows = []
    for one, other in ((agency, nation), (number, day)):
        cells = ((one, left), (other, right))
        rows.append("".join(cell(stacked(hand, habit, lines, wide - 216), wide) for lines, wide in cells))
    return table(rows, [left, right], indent=0)


def in_official_table(hand: Typist, habit: Habit) -> str:
    """As in Mẫu 1.4: a wide table in the middle of the sheet, its grid style switched off cell by cell."""
    agency, nation, number, day = sides(habit)
    left, right = round(67.5 * MM), round(100 * MM)
    rows = []
    for one, other in ((agency, nation), (number, day)):
        cells = ((one, left), (other, right))
        rows.append("".join(cell(stacked(hand, habit, lines, w - 216), w, edges="nil") for lines, w in cells))
    return table(rows, [left, right], style="TableGrid", centred=True)


def in_one_row(hand: Typist, habit: Habit) -> str:
    """One row: agency and number in the left cell, Quốc hiệu and date in the right one, an empty line between."""
    agency, nation, number, day = sides(habit)
    left, right = habit.columns
    blank = [Words(R("", 6))]
    while len(agency) < 2:
        agency.append(Words(R("", habit.nation)))
    insides = [stacked(hand, habit, [*above, *blank, *below], wide - 216) for above, below, wide in
               ((agency, number, left), (nation, day, right))]  # fmt: skip
    return table([cell(insides[0], left) + cell(insides[1], right)], [left, right])


def in_broken_lines(hand: Typist, habit: Habit) -> str:
    """Shift+Enter inside one paragraph a cell."""
    agency, nation, number, day = sides(habit)
    left, right = habit.columns
    rows = []
    for one, other in ((agency, nation), (number, day)):
        cells = []
        for lines, wide in ((one, left), (other, right)):
            runs: list[R | str] = []
            for at, line in enumerate(lines):
                runs.append(replace(line.run, text=("\n" if at else "") + line.run.text))
            drawn = [ruled(hand, habit, line, wide - 216, (wide - 216) // 2) for line in lines if line.ratio]
            shift = sum(round(line.run.size * 20 * 1.15) for line in lines[:-1])
            runs += [_lowered(run, shift) for run, _ in drawn if run]
            below = "".join("".join(paragraphs) for _, paragraphs in drawn)
            cells.append(cell(hand.par(*runs, look=Look(align="center")) + below, wide))
        rows.append("".join(cells))
    return table(rows, [left, right])


def _lowered(run: str, shift: int) -> str:
    import re

    def lower(found: re.Match[str]) -> str:
        return f"{found[1]}{int(found[2]) + shift * EMU}{found[3]}"

    pattern = r'(relativeFrom="paragraph"><wp:posOffset>)(\d+)(</wp:posOffset>)'
    return re.sub(pattern, lower, run)


def in_three_columns(hand: Typist, habit: Habit) -> str:
    """An empty narrow column keeps the halves apart; the rows of agency and number are merged over none."""
    agency, nation, number, day = sides(habit)
    left, right = habit.columns
    gap = 113
    rows = []
    for one, other in ((agency, nation), (number, day)):
        wide = left - gap
        middle = cell(hand.par(R("", 13)), gap, margin=0)
        rows.append(
            cell(stacked(hand, habit, one, wide - 216), wide)
            + middle
            + cell(stacked(hand, habit, other, right - 216), right)
        )
    return table(rows, [left - gap, gap, right])


def in_nested_tables(hand: Typist, habit: Habit) -> str:
    """A table in each cell of a table."""
    agency, nation, number, day = sides(habit)
    left, right = habit.columns
    insides = []
    for above, below, wide in ((agency, number, left), (nation, day, right)):
        inner = wide - 216
        while len(above) < 2:
            above.append(Words(R("", habit.nation)))
        rows = [cell(stacked(hand, habit, lines, inner), inner, margin=0) for lines in (above, below)]
        insides.append(table(rows, [inner]) + hand.par(R("", 2)))
    return table([cell(insides[0], left) + cell(insides[1], right)], [left, right])


def by_tabs(hand: Typist, habit: Habit) -> str:
    """No table: one paragraph a line, both halves on centre tab stops."""
    agency, nation, number, day = sides(habit)
    left, right = habit.columns
    middles = (left // 2, left + right // 2)
    stops = Look(tabs=(("center", middles[0]), ("center", middles[1])))
    above = [*_beside(agency, nation), *_beside(number, day)]
    found = []
    for one, other in above:
        runs: list[R | str] = []
        following: list[str] = []
        for line, middle in ((one, middles[0]), (other, middles[1])):
            runs.append(replace(line.run, text="\t" + line.run.text) if line else R("\t", habit.nation))
            if line and line.ratio:
                run, below = ruled(hand, habit, line, habit.text_width, middle)
                runs += [run] if run else []
                following += below
        found += [hand.par(*runs, look=stops), *following]
        found += [hand.par(R("", 6))] if following or (other and other.ratio) else []
    return "".join(found)


def _beside(one: list[Words], other: list[Words]) -> list[tuple[Words | None, Words | None]]:
    longer = max(len(one), len(other))
    return [
        (one[at] if at < len(one) else None, other[at] if at < len(other) else None) for at in range(longer)
    ]


def in_text_boxes(hand: Typist, habit: Habit) -> str:
    """Two text boxes hung on the first paragraph, the text below them."""
    agency, nation, number, day = sides(habit)
    left, right = habit.columns
    lines = max(len(agency), len(nation))
    for one in (agency, nation):
        one += [Words(R("", habit.nation))] * (lines - len(one))
    boxes = []
    for above, below, at, wide in ((agency, number, 0, left), (nation, day, left, right)):
        inside = stacked(hand, habit, [*above, Words(R("", 8)), *below], wide - 2 * 72)
        boxes.append(text_box(hand, inside, at, 0, wide, round((30 + 6 * (lines - 2)) * MM)))
    return hand.par(*boxes, R("", 2))


def text_box(hand: Typist, inside: str, left: int, top: int, wide: int, high: int) -> str:
    """A run with a text box of Word 2010, hung on its paragraph; 1.27 mm inside its left and right edge."""
    number = hand.next_id()
    graphic = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{wide * EMU}" cy="{high * EMU}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "<a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
        f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="45720" tIns="0" rIns="45720" bIns="0" anchor="t"/></wps:wsp>'
    )
    anchor = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{251658240 + number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left * EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top * EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide * EMU}" cy="{high * EMU}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapTopAndBottom/><wp:docPr id="{number}" name="Text Box {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{graphic}">{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )
    style = (
        f"position:absolute;margin-left:{left / 20:.1f}pt;margin-top:{top / 20:.1f}pt;"
        f"width:{wide / 20:.1f}pt;height:{high / 20:.1f}pt;z-index:{number}"
    )
    old = (
        f'<w:pict><v:shape id="Box_{number}" style="{style}" filled="f" stroked="f">'
        f'<v:textbox inset="3.6pt,0,3.6pt,0"><w:txbxContent>{inside}</w:txbxContent></v:textbox>'
        '<w10:wrap type="topAndBottom"/></v:shape></w:pict>'
    )
    choice = f'<mc:Choice Requires="wps">{anchor}</mc:Choice>'
    return f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"


def in_frames(hand: Typist, habit: Habit) -> str:
    """Word's frames, as of Word 97: one for each half, side by side."""
    agency, nation, number, day = sides(habit)
    left, right = habit.columns
    while len(agency) < 2:
        agency.append(Words(R("", habit.nation)))
    found = []
    for above, below, at, wide in ((agency, number, 1, left), (nation, day, left, right)):
        where = f'w:w="{wide}" w:hSpace="0" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:x="{at}" w:y="1"'
        for line in [*above, Words(R("", 8)), *below]:
            run = ruled(hand, habit, line, wide, wide // 2)[0] if line.ratio else ""
            look = Look(align="center", frame=where)
            found.append(hand.par(line.run, *([run] if run else ()), look=look))
    return "".join(found)


HEADS: dict[str, Callable[[Typist, Habit], str]] = {
    "bang": in_table,
    "bang-mau-1.4": in_official_table,
    "bang-1-hang": in_one_row,
    "bang-xuong-dong": in_broken_lines,
    "bang-3-cot": in_three_columns,
    "bang-long": in_nested_tables,
    "tab": by_tabs,
    "hop": in_text_boxes,
    "khung": in_frames,
}
