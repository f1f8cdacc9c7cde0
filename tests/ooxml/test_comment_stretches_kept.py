"""Whatever is remarked, the text stays, and readers find every comment on its words."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from stretches_kit import DOCUMENT, FILLED, SIMPLE, SUM, about, around, marked

from baocao.check.opens import check_opens
from baocao.ooxml.comments import Remark, annotate
from baocao.ooxml.stretches import Stretch
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults
from small_docx import NS, W, p, package, r, tbl, tc

SIGNS = ["1", "2", "ổ", "o\u0302\u0309", "a", "%", " ", "\u00a0", "\u00ad", "&", "<"]
LETTERS = st.lists(st.sampled_from(SIGNS), max_size=6).map("".join)


@st.composite
def paragraphs(draw) -> tuple[str, str, list[tuple[int, int]]]:
    """A paragraph of runs, what it says, and stretches of that."""
    pieces = draw(st.lists(LETTERS, min_size=1, max_size=5))
    runs, read = [], []
    for piece in pieces:
        kind = draw(st.sampled_from(["", "b", "link", "tab", "ins"]))
        typed = piece.replace("&", "&amp;").replace("<", "&lt;")
        run = r(typed, "<w:b/>" if kind == "b" else "")
        if kind == "tab":
            run, piece = run.replace("</w:r>", "<w:tab/><w:t>z</w:t></w:r>"), piece + "\tz"
        frames = {"link": ('<w:hyperlink w:anchor="x">', "</w:hyperlink>"), "ins": ('<w:ins w:id="9" w:author="a">', "</w:ins>")}  # fmt: skip
        opening, closing = frames.get(kind, ("", ""))
        runs.append(opening + run + closing)
        read.append(piece)
    text = unicodedata.normalize("NFC", "".join(read))
    text = re.sub(r"[\t\u00a0]", " ", text).replace("\u00ad", "")
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(lambda it: tuple(sorted(it)))
    return f"<w:p>{''.join(runs)}</w:p>", text, draw(st.lists(places, min_size=1, max_size=4))


def plain_letters(text: str) -> str:
    return re.sub(r"[\s\u00ad]", "", unicodedata.normalize("NFC", text))


def said(body: str) -> list[tuple[str, str]]:
    """What a body says, with the looks of each letter, whatever its runs and comments."""
    root = etree.fromstring(f"<a {NS}>{body}</a>".encode())
    letters = []
    for item in root.iter(f"{W}t", f"{W}tab"):
        if item.getparent().find(f"{W}commentReference") is None:
            looks = item.getparent().find(f"{W}rPr") is not None
            frame = etree.QName(item.getparent().getparent()).localname
            letters += [(letter, f"{looks}{frame}") for letter in (item.text or "\t")]
    return letters


@given(paragraphs())
def test_every_comment_covers_its_words_and_the_text_stays(drawn):
    body, text, places = drawn
    seen = text.strip()
    cut = len(text) - len(text.lstrip())
    remarks = []
    for first, last in places:
        first, last = (min(max(at - cut, 0), len(seen)) for at in (first, last))
        remarks.append(Remark(f"{DOCUMENT}#0", "Lỗi", stretch=Stretch(seen, first, last)))
    found = marked(body, *remarks)
    assert said(found) == said(body)
    wanted = []
    for remark in remarks:
        stretch = remark.stretch
        words = plain_letters(stretch.text[stretch.start : stretch.end])
        wanted.append(words or plain_letters(text))
    assert sorted(map(plain_letters, around(found))) == sorted(wanted)
    assert found.count("<w:commentReference ") == len(remarks)
    assert not re.search(r"<w:r>(<w:rPr>.*?</w:rPr>)?</w:r>", found)


EVERY = (
    p("Đã giải quyết 90/100 hồ sơ, đạt 91%, tăng 5%.")
    + p(r("Xem "), '<w:hyperlink w:anchor="x">' + r("trang 12 đây", "<w:b/>") + "</w:hyperlink>", " nhé")
    + p(r("Cộng "), SUM, " hồ sơ, ", SIMPLE, r(" và "), FILLED)
    + p(r("Thêm "), '<w:ins w:id="5" w:author="Lan">' + r("12 và 13") + "</w:ins>", r(" rồi"))
    + tbl([tc(p("Tổng 13 hồ sơ")), "Kế"])
    + p("<w:sdt><w:sdtPr/><w:sdtContent>" + r("Khung 14 đây") + "</w:sdtContent></w:sdt>", r(" sau"))
)
WORDS = [
    ("91%", "Đã giải quyết 90/100 hồ sơ, đạt 91%, tăng 5%.", 0),
    ("đạt 91%, tăng", "Đã giải quyết 90/100 hồ sơ, đạt 91%, tăng 5%.", 0),
    ("90/100 hồ sơ, đạt 91%", "Đã giải quyết 90/100 hồ sơ, đạt 91%, tăng 5%.", 0),
    ("12", "Xem trang 12 đây nhé", 1),
    ("đây nhé", "Xem trang 12 đây nhé", 1),
    ("13 rồi", "Thêm 12 và 13 rồi", 3),
    ("13", "Tổng 13 hồ sơ", 4),
    ("14", "Khung 14 đây sau", 6),
]


@pytest.fixture(scope="module")
def every() -> bytes:
    remarks = [about(*told) for told in WORDS]
    total = Remark(f"{DOCUMENT}#2", "Lỗi", stretch=Stretch("Cộng 12.345 hồ sơ", 5, 11))
    return annotate(package(EVERY), [*remarks, total])


def test_the_validators_accept_cut_runs(every: bytes, tmp_path: Path):
    plain, file = tmp_path / "a.docx", tmp_path / "b.docx"
    plain.write_bytes(package(EVERY))
    file.write_bytes(every)
    assert (audit_faults(file), integrity_faults(file)) == (audit_faults(plain), integrity_faults(plain))
    assert check_opens(every) == ()


@pytest.mark.sdk
def test_open_xml_sdk_accepts_cut_runs(every: bytes, tmp_path: Path):
    file = tmp_path / "a.docx"
    file.write_bytes(every)
    assert sdk_faults(file) == []


TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def annotated(root) -> list[str]:
    """The words between annotation and annotation-end, in the order of the ends."""
    open_: dict[str, str] = {}
    found: list[str] = []

    def say(text: str | None) -> None:
        open_.update({name: words + (text or "") for name, words in open_.items()})

    def walk(item) -> None:
        if item.tag == f"{OFFICE}annotation":
            open_[item.get(f"{OFFICE}name")] = ""
        elif item.tag == f"{OFFICE}annotation-end":
            found.append(open_.pop(item.get(f"{OFFICE}name")))
        else:
            say(" " if item.tag == f"{TEXT}s" else item.text)
            for child in item:
                walk(child)
                say(child.tail)

    walk(root.find(f".//{OFFICE}text"))
    assert open_ == {}
    return found


@pytest.mark.libreoffice
def test_libreoffice_keeps_every_comment_on_its_words(every: bytes, tmp_path: Path):
    flat = etree.fromstring(converted({"a": every}, tmp_path, "fodt")["a"])
    assert sorted(annotated(flat)) == sorted([words for words, _, _ in WORDS] + ["12.345"])
