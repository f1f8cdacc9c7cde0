"""Mends asked for by hand: a stand-in for the rules, and what a mended file must still hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from lxml import etree

from baocao.check.opens import check_opens
from baocao.conformance.case import Checked, Fault, Seen, State
from baocao.conformance.mending import Mended, mend
from baocao.conformance.mends import Mend
from baocao.conformance.paper import Paper, Paragraph
from baocao.conformance.parts import Issuer, Kind, Parts
from baocao.conformance.reading.reader import read_paper
from baocao.formats import load_format
from baocao.formats.rules import RuleText, Weight
from outside_tools import audit_faults
from small_docx import read_part

RULE = RuleText("TH01", "Thân bài", "thân văn bản", "Một quy tắc", Weight.MUST, "PL I.I")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Ask = Callable[[Paper], Iterable[Mend]]


def checking(ask: Ask) -> Callable[[Paper], Checked]:
    """A check whose faults are what `ask` wants mended, one fault a mend."""

    def check(paper: Paper) -> Checked:
        faults = tuple(
            Fault(RULE, Seen(_subject(one), State.BROKEN, "sai", "đúng", (one,))) for one in ask(paper)
        )
        return Checked(paper, Parts(Kind(), Issuer.STATE), load_format(), faults, (), {}, ())

    return check


def _subject(one):
    if hasattr(one, "below"):
        return one.below
    return getattr(one, "paragraph", None) or getattr(one, "section", None)


def mended(data: bytes, ask: Ask) -> Mended:
    """The file mended; mending it again changes nothing, and it opens as well as before."""
    first = mend(data, checking(ask), "bao-cao.docx")
    again = mend(first.data, checking(ask), "bao-cao.docx")
    assert again.data == first.data
    assert not again.done
    assert set(check_opens(first.data)) <= set(check_opens(data))
    return first


def valid(made: bytes, before: bytes, folder: Path) -> None:
    """openxml-audit finds nothing in a mended file that it did not find in the file before."""
    faults = []
    for name, data in (("truoc", before), ("sau", made)):
        path = folder / f"{name}.docx"
        path.write_bytes(data)
        faults.append({fault.partition("]")[2] for fault in audit_faults(path)})
    assert faults[1] <= faults[0]


def paragraph(paper: Paper, words: str) -> Paragraph | None:
    """The first paragraph that has these words."""
    return next((one for one in paper.everything if words in one.text), None)


def texts(data: bytes) -> list[str]:
    """The texts of all paragraphs as printed."""
    return [one.text for one in read_paper(data).everything]


def root(data: bytes, name: str = "word/document.xml"):
    """The root of a part."""
    return etree.fromstring(read_part(data, name).encode())


def names(element) -> list[str]:
    """Local names of the children of an element."""
    return [etree.QName(child).localname for child in element]


def found(data: bytes, path: str, name: str = "word/document.xml"):
    """The first element at a path of `w:` names ("p/pPr/jc"), anywhere in a part."""
    return root(data, name).find(".//" + "/".join(W + step for step in path.split("/")))


def said(element) -> dict[str, str]:
    """The attributes of an element by their local names."""
    return (
        {}
        if element is None
        else {etree.QName(name).localname: value for name, value in element.attrib.items()}
    )
