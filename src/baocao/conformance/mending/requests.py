"""The mends that the faults of a document ask for, in one round: which go together, how each is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from baocao.conformance.appearance import Span
from baocao.conformance.case import Fault
from baocao.conformance.mends import DrawRule, Mend, NumberPages, ResizeRule, Retype, ToUnicode
from baocao.conformance.paper import Line, Paper, Paragraph, Row, Section, Stroke, Table

Key = tuple[object, ...]
"""What stays the same of a request from round to round: rule, kind of mend, the words it is about, values.
The rule alone stands for all of its requests.
"""


@dataclass(frozen=True, slots=True)
class Request:
    """One mend that one fault asks for."""

    fault: Fault
    mend: Mend
    key: Key


def requests_of(faults: Iterable[Fault], paper: Paper, refused: Mapping[Key, str]) -> list[Request]:
    """What can be mended in one round. Rules that the unit has waived ask for nothing; of mends in each
    other's way the first goes, the others have another round. Letters in an old encoding go before all else:
    what is judged by them is not judged rightly.
    """
    found: list[Request] = []
    taken: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for fault in faults:
        for mend in () if fault.waived else fault.seen.mends:
            key = (fault.rule.id, type(mend).__name__, *_values(mend, paper))
            if not refusal(key, refused) and _has_room(mend, taken):
                found.append(Request(fault, mend, key))
    return [one for one in found if isinstance(one.mend, ToUnicode)] or found


def refusal(key: Key, refused: Mapping[Key, str]) -> str:
    """Why a request is not to be tried, by itself or with all of its rule (the first of its key); "" else."""
    return refused.get(key, "") or refused.get(key[:1], "")


def _has_room(mend: Mend, taken: dict[tuple[object, ...], list[tuple[int, int]]]) -> bool:
    """Whether no earlier mend of the round edits these words, draws this rule, counts these pages."""
    place, start, end = _place(mend)
    if not place:
        return True
    others = taken.setdefault(place, [])
    if any(start < other_end and other_start < end for other_start, other_end in others):
        return False
    others.append((start, end))
    return True


def _place(mend: Mend) -> tuple[tuple[object, ...], int, int]:
    if isinstance(mend, Retype):
        end = mend.start + max(len(mend.old), 1)
        return ("words", id(mend.paragraph)), mend.start, end
    if isinstance(mend, ToUnicode):
        return ("words", id(mend.paragraph)), 0, max(len(mend.paragraph.text), 1)
    if isinstance(mend, DrawRule | ResizeRule):
        return ("rule", id(mend.below)), 0, 1
    if isinstance(mend, NumberPages):
        return ("pages", id(mend.section)), 0, 1
    return (), 0, 0


def _values(mend: Mend, paper: Paper) -> Iterator[object]:
    for field in fields(mend):
        yield _recognised(getattr(mend, field.name), paper)


def _recognised(value: object, paper: Paper) -> object:
    """A value by what a reader sees of it: elements and places differ from round to round."""
    if isinstance(value, Paragraph):
        return value.story, "".join(value.text.split())
    if isinstance(value, Line):
        return "".join(value.text.split())
    if isinstance(value, Span):
        return "".join(value.text.split())
    if isinstance(value, Section):
        return paper.sections.index(value)
    if isinstance(value, Table):
        return tuple("".join(one.text.split()) for one in value.paragraphs)
    if isinstance(value, Stroke):
        return value.kind
    if isinstance(value, Row):
        return tuple("".join(one.text.split()) for cell in value.cells for one in cell.paragraphs)
    if isinstance(value, tuple):
        return tuple(_recognised(item, paper) for item in value)
    return value if isinstance(value, str | int | float | bool | None) else str(value)
