"""The base package: validators find nothing, styles follow the format, LibreOffice draws what was asked."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pdfplumber
import pytest
from lxml import etree

from baocao.formats import Length, Mm, load_format
from baocao.ooxml import names
from baocao.ooxml.base import base_parts, section_xml
from baocao.ooxml.metrics import text_width
from baocao.ooxml.package import write_package
from baocao.ooxml.shapes import rule_xml
from baocao.ooxml.tables import Merge, cell, grid_table, layout_table, row
from baocao.ooxml.xml import W, text_runs
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults

FMT = load_format()
NS = {"w": W}
FORMS = [
    ("I.", "1.", "a)"),
    ("Phần I", "I.", "1.", "1.1."),
    ("Phần thứ nhất", "A.", "1/", "a)"),
    ("I.", "1.1.", "1.1."),
]
NOTE = (
    '<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
    '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r>'
    '<w:t xml:space="preserve"> Chú thích.</w:t></w:r></w:p></w:footnote>'
)
NOTE_REFERENCE = (
    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
)


def _p(style: str, text: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{text_runs(text)}{more}</w:p>'


def _grid() -> str:
    widths = (Mm(40), Mm(30), Mm(30))
    head = _p("BangDau", "Hồ sơ")
    rows = [
        row(
            [
                cell(head, widths[0], merge=Merge.START, valign="center"),
                cell(head, Length(widths[1] * 2), span=2),
            ],
            header=True,
        ),
        row(
            [cell("", widths[0], merge=Merge.GOES_ON), cell(head, widths[1]), cell(head, widths[2])],
            header=True,
        ),
        *(row(cell(_p("BangChu", f"{n}"), width) for width in widths) for n in range(80)),
    ]
    return grid_table(widths, rows, descr="Số hồ sơ")


def _body(rules: tuple[Length, ...] = (Mm(60), Mm(20)), levels: int = 3) -> str:
    ids = count(1)
    drawn = [_p("Ke", "", rule_xml(n, next(ids), "ke: x", stroke=FMT.rules.stroke.chosen)) for n in rules]
    left, right = FMT.header_columns
    motto = FMT.components["tieu_ngu"].text
    top = row([cell(_p("CoQuan", "TÊN") + drawn[1], left), cell(_p("TieuNgu", motto) + drawn[0], right)])
    styles = [item.style for item in FMT.components.values()]
    return (
        layout_table((left, right), [top])
        + "".join(_p(style, "Chữ") for style in styles if style != "FootnoteText")
        + "".join(_p(f"Heading{level}", "Đề mục") for level in range(1, levels + 1))
        + _p("ThanBai", "Có chú thích", NOTE_REFERENCE)
        + _grid()
        + _p("ThanBai", "Hết.")
    )


@pytest.fixture(params=FORMS, ids=" ".join)
def written(request, tmp_path):
    path = tmp_path / "a.docx"
    parts = base_parts(
        FMT, request.param, _body(levels=len(request.param)), notes=NOTE, title="Báo cáo & thử"
    )
    path.write_bytes(write_package(parts))
    return path


def test_openxml_audit_finds_nothing(written):
    assert audit_faults(written) == []


def test_ooxml_integrity_finds_nothing(written):
    assert integrity_faults(written) == []


@pytest.mark.sdk
def test_open_xml_sdk_finds_nothing(written):
    assert sdk_faults(written) == []


@pytest.fixture(scope="module")
def parts():
    return {name: etree.fromstring(data) for name, data in base_parts(FMT, FORMS[0]).items()}


def test_the_contract_of_styles_is_kept(parts):
    ids = set(parts[names.STYLES].xpath("w:style/@w:styleId", namespaces=NS))
    wanted = """Normal ThanBai Heading1 Heading2 Heading3 GachDau GachCong QuocHieu TieuNgu ChuQuan CoQuan
        SoKyHieu DiaDanhNgay TenLoai TrichYeu KinhGui CanCu NoiNhanTu NoiNhanMuc QuyenHan NguoiKy Ke
        FootnoteText FootnoteReference FootnoteTextChar Header BangChu BangDau BangLuoi PhuLuc PhuLucTen"""
    assert set(wanted.split()) <= ids


def test_styles_take_their_numbers_from_the_format(parts):
    for item in FMT.components.values():
        (style,) = parts[names.STYLES].xpath(f"w:style[@w:styleId='{item.style}']", namespaces=NS)
        assert style.xpath("w:rPr/w:sz/@w:val", namespaces=NS) == [str(item.size.chosen.half_points)]
        assert bool(style.xpath("w:rPr/w:b", namespaces=NS)) == item.bold
        assert bool(style.xpath("w:rPr/w:i", namespaces=NS)) == item.italic
        assert style.xpath("w:pPr/w:jc/@w:val", namespaces=NS) == [str(item.align)]
        assert style.xpath("w:pPr/w:ind/@w:firstLine", namespaces=NS) == [str(item.first_line.twips)]


def test_one_font_and_one_language(parts):
    fonts = {value for part in parts.values() for value in part.xpath("//w:rFonts/@w:*", namespaces=NS)}
    assert fonts == {"Times New Roman"}
    (language,) = parts[names.STYLES].xpath("//w:lang", namespaces=NS)
    assert language.get(f"{{{W}}}val") == language.get(f"{{{W}}}eastAsia") == "vi-VN"


def test_separators_have_ids_that_settings_name(parts):
    ids = parts[names.FOOTNOTES].xpath("w:footnote/@w:id", namespaces=NS)
    assert ids == parts[names.SETTINGS].xpath("w:footnotePr/w:footnote/@w:id", namespaces=NS) == ["-1", "0"]


def test_page_numbers_stand_above_and_not_on_the_first_page(parts):
    assert parts[names.HEADER].xpath("string(//w:instrText)", namespaces=NS).strip() == "PAGE"
    assert parts[names.FIRST_HEADER].xpath("//w:r", namespaces=NS) == []
    section = parts[names.DOCUMENT].xpath("//w:sectPr", namespaces=NS)[0]
    assert section.xpath("w:titlePg", namespaces=NS)
    assert section.xpath("w:headerReference/@w:type", namespaces=NS) == ["default", "first"]


def test_sections_turn_and_restart():
    assert 'w:w="11906" w:h="16838"/>' in section_xml(FMT)
    assert 'w:w="16838" w:h="11906" w:orient="landscape"/>' in section_xml(FMT, landscape=True)
    assert 'w:start="1"' in section_xml(FMT, restart=True)
    assert "w:start" not in section_xml(FMT)


def test_the_same_parts_every_time():
    assert base_parts(FMT, FORMS[0], title="x") == base_parts(FMT, FORMS[0], title="x")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    converted({"a": write_package(base_parts(FMT, FORMS[0], _body(), notes=NOTE))}, folder, "pdf")
    return folder / "a.pdf"


@pytest.mark.libreoffice
def test_libreoffice_draws_the_rules_flat_and_as_long_as_told(pdf):
    with pdfplumber.open(pdf) as document:
        lines = [line for line in document.pages[0].lines if line["linewidth"] == 0.75]
    assert sorted(round(Length((line["x1"] - line["x0"]) * 12700).mm, 1) for line in lines) == [20, 60]
    assert all(line["bottom"] - line["top"] < 0.1 for line in lines)


@pytest.mark.libreoffice
def test_libreoffice_sets_text_as_wide_as_the_metrics_say(pdf):
    look = FMT.components["tieu_ngu"]
    with pdfplumber.open(pdf) as document:
        letters = [
            char for char in document.pages[0].chars if "Bold" in char["fontname"] and char["size"] > 13.5
        ]
    line = [char for char in letters if abs(char["top"] - letters[0]["top"]) < 1]
    width = Length(round((line[-1]["x1"] - line[0]["x0"]) * 12700))
    assert width.mm == pytest.approx(text_width(look.text, look.size.chosen, bold=True).mm, abs=0.1)


@pytest.mark.libreoffice
def test_libreoffice_repeats_the_header_rows(pdf):
    with pdfplumber.open(pdf) as document:
        pages = [page.extract_text() for page in document.pages]
    assert len(pages) > 2
    assert all("Hồ sơ\nHồ sơ Hồ sơ" in page for page in pages[1:-1])
    assert [page.splitlines()[0] for page in pages[1:]] == [str(n) for n in range(2, len(pages) + 1)]
