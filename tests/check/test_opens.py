"""Each fault that makes Word refuse a file, or show other notes than LibreOffice, is found."""

import re

import pytest

from baocao.check.opens import RULES, check_opens
from baocao.ooxml.package import Skeleton, assemble
from small_docx import REL, SEPARATORS, URI, note, p, package, produced, r, ref, tbl, tc

BODY = p("một", ref(1)) + p("hai", ref(2))
NOTES = note(1, "ghi một") + note(2, "ghi hai")


def changed(data, **parts):
    names = {
        "types": "[Content_Types].xml",
        "rels": "word/_rels/document.xml.rels",
        "notes": "word/footnotes.xml",
    }
    package_ = Skeleton.read(data)
    return assemble(
        package_, {names[key]: change(package_.text(names[key])).encode() for key, change in parts.items()}
    )


def with_settings(number):
    settings = (
        f'<w:settings xmlns:w="{URI}"><w:footnotePr><w:footnote w:id="{number}"/></w:footnotePr></w:settings>'
    )
    rels = f'<Relationship Id="rId8" Type="{REL}/settings" Target="settings.xml"/>'
    return package(BODY, notes=NOTES, rels=rels, extra={"word/settings.xml": settings.encode()})


def listed(number):
    return p("mục", ppr=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


NUMBERING = '<w:abstractNum w:abstractNumId="1"/><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
BOX = f"<w:r><w:pict><w:txbxContent>{p('hộp', ref(2))}</w:txbxContent></w:pict></w:r>"
DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="5" name="a"/></wp:inline></w:drawing></w:r>'
HEAD = SEPARATORS.replace("<w:separator/>", "<w:separator/><w:footnoteRef/>")

FAULTY = {
    "chu-thich-hai-dau": package(p("a", ref(1)) + p("b", ref(2)) + p("c", ref(2)), notes=NOTES),
    "chu-thich-khong-chu": package(BODY, notes=note(1, "ghi") + note(2, "  ")),
    "duong-ke-co-so": changed(package(BODY, notes=NOTES), notes=lambda text: text.replace(SEPARATORS, HEAD)),
    "chu-thich-sai-thu-tu": package(p("a", ref(2)) + p("b", ref(1)), notes=NOTES),
    "chu-thich-danh-sach-la": package(
        BODY, notes=note(1, "ghi") + note(2, "ghi", listed(9)), numbering=NUMBERING
    ),
    "chu-thich-long-nhau": package(BODY, notes=note(1, "ghi") + note(2, p("ghi", ref(1)))),
    "dau-chu-thich-sai-noi": package(p("a", ref(1)) + p(BOX), notes=NOTES),
    "chu-thich-khong-dau": package(p("một", ref(1)), notes=NOTES),
    "dau-khong-chu-thich": package(BODY + p("ba", ref(3)), notes=NOTES),
    "chu-thich-trung-so": package(p("một", ref(1)), notes=note(1, "a") + note(1, "b")),
    "thieu-lien-ket-chu-thich": changed(
        package(BODY, notes=NOTES),
        rels=lambda text: re.sub(r"<Relationship [^>]*footnotes.xml[^>]*/>", "", text),
    ),
    "thieu-loai-chu-thich": changed(
        package(BODY, notes=NOTES), types=lambda text: text.replace("/word/footnotes.xml", "/word/khac.xml")
    ),
    "thieu-duong-ke": with_settings(-7),
    "o-khong-co-doan": package(tbl(["<w:tc><w:tcPr/></w:tc>"])),
    "hang-khong-co-o": package(tbl(["a"], [])),
    "bang-khong-co-hang": package(tbl()),
    "phan-sai-noi": package(p("a", f"<w:r><w:t>b{p('c')}</w:t></w:r>")),
    "chu-ngoai-doan": package(p("a") + "b" + p("c")),
    "hinh-trung-so": package(p(DRAWING) + p(DRAWING)),
    "lien-ket-mat": package(p(f'<w:hyperlink r:id="rId99">{r("x")}</w:hyperlink>')),
    "bieu-do-thieu-phan": package(
        p("a"), rels=f'<Relationship Id="rId9" Type="{REL}/chart" Target="charts/chart1.xml"/>'
    ),
    "phan-hong": package("<w:p><w:r></w:p>"),
    "docx-khong-phai": b"khong phai zip",
}


@pytest.mark.parametrize(
    "body",
    [
        tbl(["a"]).replace("</w:tblGrid>", "</w:tblGrid>" + p("b")),
        p(f"<w:r>{tbl(['c'])}</w:r>"),
        tbl([f"<w:tc>{tc('a')}{p('b')}</w:tc>"]),
        f"<w:tr>{tc('a')}</w:tr>",
    ],
    ids=["paragraph in table", "table in paragraph", "cell in cell", "row alone"],
)
def test_what_stands_where_it_may_not(body):
    assert [item.code for item in check_opens(package(body))] == ["phan-sai-noi"]


@pytest.mark.parametrize(
    "body", ["<w:p>chữ</w:p>", "<w:p><w:r>chữ</w:r></w:p>", p("a") + "chữ", "chữ" + p("a")]
)
def test_words_outside_of_any_text(body):
    (found,) = check_opens(package(body))
    assert (found.code, found.text) == (
        "chu-ngoai-doan",
        "Chữ «chữ» nằm ngoài mọi đoạn văn nên không hiện ra.",
    )


@pytest.mark.parametrize(("code", "data"), FAULTY.items(), ids=FAULTY.keys())
def test_a_fault_is_found(code, data):
    assert code in {item.code for item in check_opens(data)}


LONE = {
    code: data
    for code, data in FAULTY.items()
    if code not in ("thieu-lien-ket-chu-thich", "dau-chu-thich-sai-noi")
}


@pytest.mark.parametrize(("code", "data"), LONE.items(), ids=LONE.keys())
def test_and_nothing_else(code, data):
    assert {item.code for item in check_opens(data)} == {code}


def test_the_place_is_named():
    (found,) = check_opens(FAULTY["chu-thich-hai-dau"], "bao-cao.docx")
    assert (found.where.file, found.where.part, found.where.words) == (
        "bao-cao.docx",
        "word/document.xml",
        "abc",
    )
    assert dict(found.facts) == {"so": "2"}


def test_a_reference_in_the_header():
    found = check_opens(package(BODY, notes=NOTES, header=p("đầu trang", ref(1))))
    assert [(item.code, item.where.part) for item in found] == [("dau-chu-thich-sai-noi", "word/header1.xml")]


GOOD = {
    "plain": package(p("a")),
    "notes": package(BODY, notes=NOTES, numbering=NUMBERING),
    "list in a note": package(BODY, notes=note(1, "ghi") + note(2, "ghi", listed(1)), numbering=NUMBERING),
    "picture in a note": package(BODY, notes=note(1, "ghi") + note(2, p(DRAWING))),
    "notes in cells": package(
        tbl([f"<w:tc><w:tcPr/>{p('ô', ref(1))}</w:tc>", "b"]) + p("hai", ref(2)), notes=NOTES
    ),
    "cell that ends with a content control": package(
        tbl([f"<w:tc><w:tcPr/><w:sdt><w:sdtContent>{p('x')}</w:sdtContent></w:sdt></w:tc>"])
    ),
    "ids with a gap": package(p("a", ref(2)) + p("b", ref(5)), notes=note(2, "x") + note(5, "y")),
    "settings": with_settings(-1),
    "rendered": produced(package(BODY, notes=NOTES)),
}


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD.keys())
def test_a_good_file_has_no_findings(data):
    assert check_opens(data) == ()


def test_every_rule_is_triggered_by_some_file():
    from baocao.check.opened import take_apart

    idle = set(RULES)
    for data in [item for code, item in FAULTY.items() if code != "docx-khong-phai"]:
        opened = take_apart(Skeleton.read(data), "")
        idle -= {rule for rule in RULES if list(rule(opened))}
    assert idle == set()
