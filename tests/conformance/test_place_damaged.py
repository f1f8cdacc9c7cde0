"""Attributes without sense and missing elements: places may be unknown, reading never fails."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from lxml import etree

from baocao.conformance.reading.reader import read_paper
from baocao.errors import DataError
from baocao.ooxml.package import write_package
from conformance import place_cases, place_drawn_cases

FILES = {
    **place_cases.lines(),
    **place_cases.tables(),
    **place_drawn_cases.rules(),
    **place_drawn_cases.boxes(),
}
ODD = (
    "",
    "0",
    "-1",
    "x",
    "9" * 20,
    "1e9",
    "NaN",
    "50%",
    "auto",
    "-",
    "0,0",
    "1in",
    "٣",
    "-5000",
    "inf",
    "\u00a0",
    " 12 ",
)
PARTS = ("word/document.xml",) * 4 + ("word/styles.xml", "word/settings.xml")


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with one to six odd values or missing elements in one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    part = chance.choice(PARTS)
    root = etree.fromstring(parts[part])
    elements = list(root.iterdescendants())
    for _ in range(chance.randint(1, 6)):
        element = chance.choice(elements)
        if element.attrib and chance.random() < 0.8:
            element.set(chance.choice(list(element.attrib)), chance.choice(ODD))
        elif element.getparent() is not None:
            element.getparent().remove(element)
    return write_package({**parts, part: etree.tostring(root)})


@pytest.mark.parametrize("name", FILES)
def test_odd_values_never_stop_the_reading(name: str) -> None:
    for seed in range(12):
        data = damaged(FILES[name], random.Random(f"{name}{seed}"))
        try:
            paper = read_paper(data, name)
        except DataError:
            continue
        for paragraph in paper.paragraphs:
            for line in paragraph.lines:
                assert (line.left is None) == (line.right is None)
                assert paragraph.text[line.start : line.end] == line.text
