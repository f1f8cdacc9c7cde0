"""Footnotes that count from 1 again on each page or in each section, as the house style has it."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from baocao.check.opens import check_opens
from baocao.render import render, to_bytes
from outside_tools import audit_faults, converted, integrity_faults
from small_docx import SECTION, Text, W, compiled, note, p, package, read_part, ref

BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
OWN = '<w:footnotePr><w:numRestart w:val="continuous"/></w:footnotePr>'
END = f"<w:p><w:pPr>{SECTION.replace('<w:pgSz', OWN + '<w:pgSz')}</w:pPr>"
BODY = (
    p("một", ref(1))
    + p("hai", ref(2))
    + f"{END}<w:r><w:t>ba</w:t></w:r>{ref(3)}</w:p>"
    + p("bốn", ref(4))
    + BREAK
    + p("năm", ref(5))
)
NOTES = "".join(note(number, f"ghi {number}") for number in range(1, 6))


def made(restart: str, body: str = BODY, notes: str = NOTES, **context: object) -> bytes:
    template = compiled(package(body, notes=notes))
    return to_bytes(render(template, context, footnotes_restart=restart))


def told(data: bytes, part: str) -> list[list[str]]:
    """What each `w:footnotePr` of a part holds, in order."""
    root = ET.fromstring(read_part(data, part))
    found = root.iter(W + "footnotePr")
    kept = [[item for item in properties if item.tag != W + "footnote"] for properties in found]
    return [[f"{item.tag.removeprefix(W)}={item.get(W + 'val')}" for item in items] for items in kept]


@pytest.mark.parametrize("restart", ["continuous", "eachPage", "eachSect"])
def test_every_section_and_the_settings_say_where_notes_begin_again(restart: str) -> None:
    data = made(restart)
    sign = f"numRestart={restart}"
    assert told(data, "word/document.xml") == [[sign], ["numFmt=decimal", sign]]
    assert told(data, "word/settings.xml") == [[sign]]
    assert check_opens(data) == ()


def test_it_stands_before_the_separators_and_after_the_number_format() -> None:
    settings = read_part(made("eachPage"), "word/settings.xml")
    inner = '<w:numRestart w:val="eachPage"/><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    assert f"<w:footnotePr>{inner}</w:footnotePr>" in settings


def test_without_a_house_rule_the_template_stays_as_it_is() -> None:
    data = made("")
    assert told(data, "word/document.xml") == [["numRestart=continuous"], ["numFmt=decimal"]]
    assert told(data, "word/settings.xml") == [[]]
    assert data == to_bytes(render(compiled(package(BODY, notes=NOTES)), {}))


@pytest.mark.parametrize("restart", ["", "continuous", "eachPage", "eachSect"])
def test_the_ids_of_the_notes_run_through_the_document(restart: str) -> None:
    document = read_part(made(restart))
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', document) == ["1", "2", "3", "4", "5"]


TWICE = (
    p("a", ref(1))
    + f"{END}<w:r><w:t>b</w:t></w:r>{ref(2)}</w:p>"
    + p("{{p t }}")
    + f"{END}</w:p>"
    + p("{{p t }}")
    + p("{{p u }}")
    + p("{{p u }}")
)


@pytest.mark.parametrize(
    ("restart", "shown"),
    [("", ["3", "4"]), ("continuous", ["3", "4"]), ("eachSect", ["1", "1"]), ("eachPage", ["3", "4"])],
)
def test_a_note_cited_again_repeats_the_number_the_reader_sees(restart: str, shown: list[str]) -> None:
    texts = {"t": Text("c[^x]", x="ghi"), "u": Text("d[^y]", y="chú")}
    document = read_part(made(restart, TWICE, note(1, "ghi 1") + note(2, "ghi 2"), **texts))
    fields = re.findall(r"NOTEREF .*?<w:t>(\d+)</w:t>", document)
    assert fields == shown
    assert ('w:dirty="true"' in document) == (restart == "eachPage")


def test_other_validators_take_it(tmp_path: Path) -> None:
    for restart in ("eachPage", "eachSect"):
        path = tmp_path / f"{restart}.docx"
        path.write_bytes(made(restart))
        assert integrity_faults(path) == []
        assert [item for item in audit_faults(path) if "footnotePr" in item or "numRestart" in item] == []


@pytest.mark.libreoffice
def test_libreoffice_counts_by_page_but_not_by_section(tmp_path: Path) -> None:
    reports = {restart: made(restart) for restart in ("continuous", "eachPage", "eachSect")}
    seen = {}
    for name, pdf in converted(reports, tmp_path, "pdf").items():
        (tmp_path / f"{name}.pdf").write_bytes(pdf)
        command = ["pdftotext", "-raw", str(tmp_path / f"{name}.pdf"), "-"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        seen[name] = re.findall(r"^(\d+) ?ghi", text, re.MULTILINE)
    through = ["1", "2", "3", "4", "5"]
    assert seen == {"continuous": through, "eachPage": ["1", "2", "3", "1", "1"], "eachSect": through}
