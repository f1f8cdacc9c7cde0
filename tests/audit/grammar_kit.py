"""Short texts read by the grammar of the audit."""

from __future__ import annotations

from baocao.audit.document import Document, NoteMark, Passage, PassageKind
from baocao.audit.grammar.clauses import clauses
from baocao.audit.grammar.quantities import Figures, figures_of
from baocao.audit.grammar.reading import read
from baocao.audit.statements import Quantity, Reading, Relation, Role, Statement
from baocao.errors import Where


def body(*paragraphs: str, year: int | None = 2023, notes: dict[str, str] | None = None) -> Document:
    """A report of these paragraphs; "¹" in one is the mark of note "1", whose text is in `notes`."""
    passages: list[Passage] = []
    for paragraph in paragraphs:
        at = paragraph.find("¹")
        marks = (NoteMark(at, "1"),) if at >= 0 else ()
        passages.append(Passage(PassageKind.BODY, paragraph.replace("¹", ""), Where("x"), marks))
        if marks and notes:
            passages.append(Passage(PassageKind.NOTE, notes["1"], Where("x"), note="1"))
    return Document("x", tuple(passages), None, year)


def figures(*paragraphs: str) -> Figures:
    """The figures of a report."""
    document = body(*paragraphs)
    return figures_of(document, clauses(document))


def quantity(text: str, typed: str) -> Quantity:
    """The first quantity that is typed so."""
    return next(item.quantity for item in figures(text).all if item.quantity.text == typed)


def told(kind: Relation, *paragraphs: str, notes: dict[str, str] | None = None) -> list[Statement]:
    """The statements of a kind."""
    reading: Reading = read(body(*paragraphs, notes=notes))
    return [item for item in reading.statements if item.kind is kind]


def roles(statement: Statement) -> dict[Role, str]:
    """What is typed in each role; several of a role are joined."""
    found: dict[Role, str] = {}
    for role, item in statement.quantities:
        found[role] = f"{found[role]} {item.text}" if role in found else item.text
    return found
