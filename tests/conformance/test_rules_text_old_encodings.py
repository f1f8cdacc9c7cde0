"""A whole document typed in TCVN3 or VNI becomes the same document in Unicode."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from rules_text_kit import FORMAT

from baocao.conformance.checking import Checked, Profile, judge
from baocao.conformance.components import find_parts
from baocao.conformance.mending.mend import mend
from baocao.conformance.paper import Paper
from baocao.conformance.reading.reader import read_paper
from baocao.formats import load_format
from baocao.formats.rules import load_rules
from conformance import builders_hand
from vietnamese.test_legacy_text import TO_TCVN3, TO_VNI, typed

PROFILE = Profile(load_format(FORMAT), load_rules(FORMAT))


def check(paper: Paper) -> Checked:
    return judge(paper, find_parts(paper, PROFILE.format), PROFILE)


def in_old_letters(data: bytes, encoding: str) -> bytes:
    """The file with each run in an old font and its letters in the old codes."""
    document = docx.Document(io.BytesIO(data))
    cells = [cell for table in document.tables for cell in table._cells]
    for paragraph in (p for holder in (document, *cells) for p in holder.paragraphs):
        for run in (run for run in paragraph.runs if run.text.strip()):
            capitals = encoding == "TCVN3" and run.text.isupper()
            for node in run._r.iter(qn("w:t")):
                text = node.text.lower() if capitals else node.text
                node.text = typed(text, TO_TCVN3 if encoding == "TCVN3" else TO_VNI)
            run.font.name = {"TCVN3": ".VnTime", "VNI": "VNI-Times"}[encoding] + ("H" if capitals else "")
            for letters in ("w:hAnsi", "w:cs", "w:eastAsia"):
                run._r.rPr.rFonts.set(qn(letters), run.font.name)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in read_paper(data, "thu.docx").paragraphs if paragraph.text.strip()]


@pytest.mark.parametrize("encoding", ["TCVN3", "VNI"])
def test_an_old_document_becomes_unicode(encoding: str) -> None:
    conforming = next(one for one in builders_hand.constructions() if one.name == "tay/tab-vml").build()
    old = in_old_letters(conforming, encoding)
    assert texts(old) != texts(conforming)
    mended = mend(old, check, "cu.docx")
    assert texts(mended.data) == texts(conforming)
    assert [fault.rule.id for fault in mended.left] == []
