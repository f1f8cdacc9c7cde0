"""Type, subject, Kính gửi, grounds, body and appendices as they are typed. Lengths are twips."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

from dataclasses import replace

from conformance.builders_head import Habit, Words, ruled
from conformance.builders_rules import width
from conformance.builders_typing import MM, Look, R, Typist, cell, table
from conformance.corpus_kit import Annex, Item

EXACT = (360, "exact")
"""Exactly 18 pt: 1.1 lines of 14 pt."""


def look(habit: Habit, **changes: object) -> Look:
    """A paragraph of the body."""
    before, after = {"truoc": (120, 0), "sau": (0, 120), "hai": (60, 60)}[habit.gap]
    line, rule = EXACT if habit.line == "chinh-xac" else (int(habit.line), "auto")
    after = 120 if habit.gap == "hai" else after
    usual = Look(align="both", first=habit.first, before=before, after=after, line=line, rule=rule)
    return replace(usual, **changes)  # type: ignore[arg-type]


def title(hand: Typist, habit: Habit) -> str:
    """Type and subject with the rule; an empty line above, as on Mẫu 1.4."""
    c, size = habit.content, habit.size
    if not c.kind:
        return hand.par(R("", size))
    centre = Look(align="center")
    found = [hand.par(R("", size)), hand.par(R(c.kind, size, True), look=centre)]
    last = Words(R(c.subject[-1], size, True), 0.42)
    column = habit.text_width
    run, below = ruled(hand, habit, last, column, column // 2)
    if habit.subject == "xuong-dong" and len(c.subject) > 1:
        found.append(hand.par(R("\n".join(c.subject), size, True), *([run] if run else ()), look=centre))
    else:
        found += [hand.par(R(line, size, True), look=centre) for line in c.subject[:-1]]
        found.append(hand.par(last.run, *([run] if run else ()), look=centre))
    return "".join([*found, *below, hand.par(R("", 8))])


def addressed(hand: Typist, habit: Habit) -> str:
    """Kính gửi: one on its line in the middle, several below each other under the colon."""
    lines, size = habit.content.addressed_lines, habit.size
    if len(lines) < 2:
        return "".join(
            hand.par(R(line, size), look=Look(align="center", before=240, after=120)) for line in lines
        )
    left = round(35 * MM)
    under = left + width("Kính gửi", size)
    first = hand.par(R(lines[0], size), look=Look(left=left, before=240))
    return first + "".join(hand.par(R(line, size), look=Look(left=under)) for line in lines[1:])


def grounds(hand: Typist, habit: Habit) -> str:
    """The line of authority of a decision, its grounds."""
    c, size = habit.content, habit.size
    found = (
        [hand.par(R(c.enacting, size, True), look=Look(align="center", before=120, after=120))]
        if c.enacting
        else []
    )
    found += [hand.par(R(line, size, italic=True), look=look(habit)) for line in c.grounds]
    return "".join(found)


def body(hand: Typist, habit: Habit) -> str:
    """All items."""
    notes = [item for item in habit.content.items if item.note]
    return "".join(
        _item(hand, habit, item, notes.index(item) + 1 if item.note else 0) for item in habit.content.items
    )


def _item(hand: Typist, habit: Habit, item: Item, note: int) -> str:
    size, mark = habit.size, [R("", habit.size, note=note)] if note else []
    if item.kind == "bang":
        return grid(hand, habit, item)
    if item.kind == "lenh":
        return hand.par(R(item.text, size, True), look=Look(align="center", before=120, after=120))
    if item.kind in ("don_vi", "ten_bang"):
        return hand.par(R(item.text, size - 1 if item.kind == "don_vi" else size, item.kind == "ten_bang",
                          item.kind == "don_vi"),
                        look=Look(align="right" if item.kind == "don_vi" else "center", before=120, keep=True))  # fmt: skip
    if item.kind in ("muc", "khoan"):
        return _heading(hand, habit, item)
    if item.kind in ("chuong", "muc_a"):
        centre = Look(align="center", before=120, keep=True)
        return "".join(hand.par(R(text, size, True), look=centre) for text in (item.number, item.text))
    if item.kind == "dieu_ten":
        return hand.par(R(item.full, size, True), look=look(habit, keep=True))
    if item.kind == "dieu":
        runs = [R(item.number, size, True), R(" " + item.text, size)]
        return hand.par(*runs, look=look(habit))
    return hand.par(R(item.full, size), *mark, look=look(habit))


def _heading(hand: Typist, habit: Habit, item: Item) -> str:
    level = 0 if item.kind == "muc" else 1
    if habit.automatic:
        return hand.par(R(item.text, habit.size, True), look=look(habit, keep=True, number=(7, level)))
    return hand.par(R(item.full, habit.size, True), look=look(habit, keep=True))


def grid(hand: Typist, habit: Habit, item: Item, wide: int = 0) -> str:
    """A table of figures: header row bold and repeated, rows whole, thin black grid."""
    total = wide or habit.text_width
    first = round(12 * MM)
    others = (total - first) // (len(item.rows[0]) - 1)
    widths = [first, *[others] * (len(item.rows[0]) - 1)]
    rows = []
    for number, row in enumerate(item.rows):
        cells = []
        for column, text in enumerate(row):
            figure = text.replace(".", "").replace(",", "").replace("%", "").isdigit()
            align = "center" if number == 0 or column == 0 else "right" if figure else "left"
            bold = number == 0 or row[1] == "Tổng cộng"
            cells.append(cell(hand.par(R(text, 12, bold), look=Look(align=align)), widths[column]))
        head = "<w:cantSplit/><w:tblHeader/>" if number == 0 else "<w:cantSplit/>"
        rows.append(f"<w:tr><w:trPr>{head}</w:trPr>{''.join(cells)}</w:tr>")
    return table(rows, widths, style="TableGrid") + hand.par(R("", 4))


def annex(hand: Typist, habit: Habit, one: Annex) -> str:
    """An appendix without its section."""
    centre = Look(align="center")
    found = [
        hand.par(R(one.word, 14, True), look=centre),
        hand.par(R(one.title, habit.size, True), look=centre),
        hand.par(R(one.reference, habit.size, italic=True), look=centre),
        hand.par(R("", 8)),
    ]
    wide = 16838 - round((20 + 20) * MM) - 600 if one.landscape else 0
    for item in one.items:
        found.append(grid(hand, habit, item, wide) if item.kind == "bang" else _item(hand, habit, item, 0))
    return "".join(found)


def notes_part(hand: Typist, habit: Habit) -> str:
    """The inside of the footnotes part."""
    found = []
    for number, item in enumerate((item for item in habit.content.items if item.note), start=1):
        mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        text = hand.par(mark, R(" " + item.note, 10), look=Look(align="both"))
        found.append(f'<w:footnote w:id="{number}">{text}</w:footnote>')
    return "".join(found)
