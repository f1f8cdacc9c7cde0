"""Nơi nhận and signature in the ways they are typed. Lengths are twips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from conformance.builders_head import Habit, text_box
from conformance.builders_typing import MM, Look, R, Typist, cell, table

ROOM = 1440
"""What is left for signature and seal: 72 pt."""


def recipients(habit: Habit) -> list[R]:
    """Nơi nhận line by line."""
    names = habit.content.recipients
    items = [f"- {name}{'.' if at == len(names) - 1 else ';'}" for at, name in enumerate(names)]
    return [R("Nơi nhận:", 12, True, True), *(R(item, 11) for item in items)]


def authority(habit: Habit) -> list[R]:
    """Authority and title."""
    return [R(line, habit.size, True) for line in habit.content.authority]


def signer(habit: Habit) -> R:
    """The name."""
    return R(habit.content.signer, habit.size, True)


def in_table(hand: Typist, habit: Habit) -> str:
    """One row, two cells; empty lines leave room for the signature."""
    left = habit.text_width // 2
    right = habit.text_width - left
    list_ = "".join(hand.par(run) for run in recipients(habit))
    centre = Look(align="center")
    room = [R("", habit.size)] * 5
    block = "".join(hand.par(run, look=centre) for run in [*authority(habit), *room, signer(habit)])
    row = "<w:trPr><w:cantSplit/></w:trPr>" + cell(list_, left) + cell(block, right)
    return table([f"<w:tr>{row}</w:tr>"], [left, right])


def in_merged_table(hand: Typist, habit: Habit) -> str:
    """Three rows: authority, room, name; Nơi nhận in a cell merged over them."""
    left = round(70 * MM)
    right = habit.text_width - left
    list_ = "".join(hand.par(run) for run in recipients(habit))
    centre = Look(align="center")
    above = "".join(hand.par(run, look=centre) for run in authority(habit))
    rows = [
        cell(list_, left, merge="restart") + cell(above, right),
        f'<w:trPr><w:cantSplit/><w:trHeight w:val="{ROOM}" w:hRule="atLeast"/></w:trPr>'
        + cell(hand.par(R("", 14)), left, merge="continue")
        + cell(hand.par(R("", 14), look=centre), right),
        cell(hand.par(R("", 14)), left, merge="continue") + cell(hand.par(signer(habit), look=centre), right),
    ]
    return table([f"<w:tr>{row}</w:tr>" for row in rows], [left, right])


def in_spaced_table(hand: Typist, habit: Habit) -> str:
    """One row; the name has room before it, authority lines are one paragraph with Shift+Enter."""
    left = habit.text_width * 45 // 100
    right = habit.text_width - left
    list_ = "".join(hand.par(run) for run in recipients(habit))
    runs = [R(("\n" if at else "") + run.text, run.size, True) for at, run in enumerate(authority(habit))]
    block = hand.par(*runs, look=Look(align="center"))
    block += hand.par(signer(habit), look=Look(align="center", before=ROOM))
    row = "<w:trPr><w:cantSplit/></w:trPr>" + cell(list_, left) + cell(block, right)
    return table([f"<w:tr>{row}</w:tr>"], [left, right])


def by_tabs(hand: Typist, habit: Habit) -> str:
    """No table: Nơi nhận at the margin, the signature on a centre tab stop of the same lines."""
    stop = Look(tabs=(("center", habit.text_width * 3 // 4),), keep=True)
    rows: list[tuple[R | None, R | None]] = []
    left, right = recipients(habit), [*authority(habit), None, None, None, None, None, signer(habit)]
    for at in range(max(len(left), len(right))):
        rows.append((left[at] if at < len(left) else None, right[at] if at < len(right) else None))
    return "".join(_row(hand, one, other, stop, habit.size) for one, other in rows)


def _row(hand: Typist, one: R | None, other: R | None, stop: Look, size: float) -> str:
    runs: list[R] = [one] if one else []
    if other:
        runs.append(R("\t" + other.text, other.size, other.bold))
    return hand.par(*(runs or [R("", size)]), look=stop)


def in_text_box(hand: Typist, habit: Habit) -> str:
    """Nơi nhận as paragraphs at the margin; the signature in a text box hung beside it."""
    centre = Look(align="center")
    block: Sequence[R] = [*authority(habit), *[R("", habit.size)] * 5, signer(habit)]
    inside = "".join(hand.par(run, look=centre) for run in block)
    left = habit.text_width // 2
    high = round((len(block) * 6.2 + 2) * MM)
    box = text_box(hand, inside, left, 0, habit.text_width - left, high)
    box = box.replace("<wp:wrapTopAndBottom/>", '<wp:wrapSquare wrapText="bothSides"/>')
    box = box.replace('<w10:wrap type="topAndBottom"/>', '<w10:wrap type="square"/>')
    first, *others = recipients(habit)
    return hand.par(box, first) + "".join(hand.par(run) for run in others)


FEET: dict[str, Callable[[Typist, Habit], str]] = {
    "bang": in_table,
    "bang-gop-o": in_merged_table,
    "bang-cach-truoc": in_spaced_table,
    "tab": by_tabs,
    "hop": in_text_box,
}
