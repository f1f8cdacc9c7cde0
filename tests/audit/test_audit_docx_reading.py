"""A .docx is read as its page reads: numbers counted, notes in place, changes accepted, tables by cell."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from baocao.audit.document import Cell, NoteMark, PassageKind
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.reading.read_text import read_text
from baocao.errors import PackError
from baocao.produce import produce
from small_docx import NS, note, p, package, r, ref, tbl, tc

BODY, HEADING, NOTE, CELL = PassageKind.BODY, PassageKind.HEADING, PassageKind.NOTE, PassageKind.CELL
HEAD, SIGNING = PassageKind.HEADER_BLOCK, PassageKind.SIGNATURE_BLOCK
SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")
MENDED = (
    ("theo qui định của Luật ban hành VBVPPL", "theo quy định của Luật ban hành VBQPPL"),
    ("tự kiểm tra 07/14 VBVPPL", "tự kiểm tra 07/14 VBQPPL"),
    ("đến cơ sở.... Kết quả", "đến cơ sở... Kết quả"),
    ("chiếm tỉ lệ 35%", "chiếm tỷ lệ 35%"),
    ("chiếm tỉ lệ văn bản được ký số", "chiếm tỷ lệ văn bản được ký số"),
    ("đã giải quyết giải quyết và trả kết quả", "đã giải quyết và trả kết quả"),
    ("Dịch vụ Nông nghiệp 02 người).", "Dịch vụ Nông nghiệp 02 người."),
    ("bản Huyện. Đồng thời", "bàn Huyện. Đồng thời"),
    ("mô hình ngày thứ 3 không viết", "mô hình “ngày thứ 3 không viết"),
    ("Đảng bộ Huyện./", "Đảng bộ Huyện./."),
    ("PCVP_{Tài}", "PCVP_{Tài}."),
)
"""What the sample mends of the original: samples/tan-hong/nguon.md."""


def said(data):
    """Kind and words of each passage."""
    return [(item.kind, item.text) for item in read_docx(data, "a.docx").passages]


def lists(form, text):
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def listed(number):
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


@pytest.fixture(scope="module")
def sample():
    data = produce(SAMPLES / "tan-hong" / "2023.yaml").to_bytes()
    return read_docx(data, "tan-hong.docx")


def test_the_sample_and_the_text_of_its_original_agree(sample):
    text = REFERENCE.read_text(encoding="utf-8")
    for wrong, mended in MENDED:
        assert wrong in text
        text = text.replace(wrong, mended)
    of_text = read_text(text, "tan-hong.txt")
    assert (
        (sample.report_date, sample.year)
        == (of_text.report_date, of_text.year)
        == (dt.date(2024, 3, 25), 2023)
    )
    assert [item.text for item in sample.passages[:4]] == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN TÂN HỒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert [(item.kind, item.text, item.marks, item.note) for item in sample.passages[4:]] == [
        (item.kind, item.text, item.marks, item.note) for item in of_text.passages
    ]


def test_head_and_signatures_are_no_tables_of_figures(sample):
    assert not [item for item in sample.passages if item.table or item.kind is CELL]


def test_places_of_the_sample_are_those_of_the_file(sample):
    ninth = [item.where for item in sample.passages if item.note == "9"]
    assert [(str(where), where.anchor) for where in ninth] == [
        ("tan-hong.docx, chú thích 9 (mục 4. Cải cách chế độ công vụ)", "word/footnotes.xml#10"),
        ("tan-hong.docx, chú thích 9, đoạn 2 (mục 4. Cải cách chế độ công vụ)", "word/footnotes.xml#11"),
    ]
    first = next(item.where for item in sample.passages if item.text.startswith("I. "))
    assert (str(first), first.anchor) == ("tan-hong.docx, đoạn 6", "word/document.xml#13")


@pytest.mark.parametrize("name", ["tan-hong", "phuong-mot-khoi", "xa-mau-rieng"])
def test_every_sample_has_its_date_and_year(name):
    figures = sorted((SAMPLES / name).rglob("20??.yaml"))[-1]
    document = read_docx(produce(figures).to_bytes(), "a.docx")
    assert document.year == int(figures.stem[:4])
    assert document.report_date is not None
    kinds = [item.kind for item in document.passages]
    assert kinds[0] is HEAD
    assert SIGNING in kinds


def test_notes_have_the_numbers_word_shows():
    body = p("Một", ref(7), ", hai", ref(3), ".") + p("Ba.")
    document = read_docx(package(body, notes=note(3, " Của hai.") + note(7, " Của một.", "Thêm.")), "a.docx")
    assert [(item.text, item.note, item.marks) for item in document.passages] == [
        ("Một, hai.", "", (NoteMark(3, "1"), NoteMark(8, "2"))),
        ("Của một.", "1", ()),
        ("Thêm.", "1", ()),
        ("Của hai.", "2", ()),
        ("Ba.", "", ()),
    ]


def test_changes_are_read_as_accepted():
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Đạt </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>95'
        '</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>98</w:t></w:r></w:ins>'
        "<w:r><w:t>%.</w:t></w:r></w:p>"
    )
    assert said(package(body)) == [(BODY, "Đạt 98%.")]


def test_hidden_text_is_not_read():
    body = p("Đạt 98%", r(" (nháp)", "<w:vanish/>"), r(".", '<w:vanish w:val="0"/>')) + p(
        r("Ẩn hết.", "<w:vanish/>")
    )
    assert said(package(body)) == [(BODY, "Đạt 98%.")]


def test_a_text_box_is_read_once_behind_its_paragraph():
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = "<w:txbxContent>" + p("Trong khung.") + "</w:txbxContent>"
    drawn = (
        f'<w:r><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing>'
        f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_docx(package(p("Trước.", drawn) + p("Sau.")), "a.docx")
    assert [(item.text, item.where.anchor[-1], item.where.paragraph) for item in document.passages] == [
        ("Trước.", "0", "đoạn 1"),
        ("Trong khung.", "1", "đoạn 1, khung chữ, đoạn 1"),
        ("Sau.", "3", "đoạn 2"),
    ]


@pytest.mark.parametrize(
    ("form", "text", "labels"),
    [
        ("decimal", "%1.", ["1. ", "2. ", "1. "]),
        ("upperRoman", "%1.", ["I. ", "II. ", "I. "]),
        ("lowerLetter", "%1)", ["a) ", "b) ", "a) "]),
        ("bullet", "-", ["- ", "- ", "- "]),
        ("bullet", "\uf0b7", ["- ", "- ", "- "]),
    ],
)
def test_numbers_that_word_counts_are_read(form, text, labels):
    body = p("Một.", ppr=listed(4)) + p("Hai.", ppr=listed(4)) + p("Ba.", ppr=listed(5))
    words = [text for _, text in said(package(body, numbering=lists(form, text)))]
    assert words == [label + word for label, word in zip(labels, ("Một.", "Hai.", "Ba."), strict=True)]


def test_a_paragraph_may_have_another_level_of_the_list_of_its_style():
    second = '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    numbering = lists("decimal", "%1.").replace("</w:abstractNum>", f"{second}</w:abstractNum>")
    styles = f'<w:style w:type="paragraph" w:styleId="Muc"><w:pPr>{listed(4)}</w:pPr></w:style>'
    deeper = '<w:pStyle w:val="Muc"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = p("Một.", ppr='<w:pStyle w:val="Muc"/>') + p("Hai.", ppr=deeper)
    extra = {"word/styles.xml": f"<w:styles {NS}>{styles}</w:styles>".encode()}
    assert [text for _, text in said(package(body, numbering=numbering, extra=extra))] == [
        "1. Một.",
        "- Hai.",
    ]


def test_a_mark_moves_with_the_number_in_front():
    body = p("Một", ref(1), ".", ppr=listed(4))
    document = read_docx(package(body, notes=note(1, " Chú."), numbering=lists("decimal", "%1.")), "a.docx")
    assert (document.passages[0].text, document.passages[0].marks) == ("1. Một.", (NoteMark(6, "1"),))


def test_headings_are_known_by_level_and_by_number():
    body = (
        p("Kết quả đạt được", ppr='<w:outlineLvl w:val="0"/>')
        + p("1. Thể chế")
        + p("1. Tổng số là 5.")
        + p("1.546 biên chế")
    )
    assert [kind for kind, _ in said(package(body))] == [HEADING, HEADING, BODY, BODY]


def test_a_table_is_read_by_cell_with_its_headers():
    wide = '<w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/>'
    down = '<w:tcW w:w="2000" w:type="dxa"/><w:vMerge{}/>'
    rows = (
        (tc("Đơn vị", tcpr=down.format(' w:val="restart"')), tc("Hồ sơ năm 2023", tcpr=wide)),
        (tc("", tcpr=down.format("")), "Tiếp nhận", "Giải quyết"),
        ("(1)", "(2)", "(3)"),
        ("Xã A", "12", "10"),
        ("Tổng cộng", "12", "10"),
    )
    document = read_docx(package(p("Bảng:") + tbl(*rows, columns=3)), "a.docx")
    cells = [(item.text, item.table) for item in document.passages if item.kind is CELL]
    got, done = ("Hồ sơ năm 2023", "Tiếp nhận"), ("Hồ sơ năm 2023", "Giải quyết")
    assert cells == [
        ("Đơn vị", Cell(1, 1, 1)),
        ("Hồ sơ năm 2023", Cell(1, 1, 2)),
        ("Tiếp nhận", Cell(1, 2, 2)),
        ("Giải quyết", Cell(1, 2, 3)),
        ("(1)", Cell(1, 3, 1)),
        ("(2)", Cell(1, 3, 2)),
        ("(3)", Cell(1, 3, 3)),
        ("Xã A", Cell(1, 4, 1, ("Đơn vị",))),
        ("12", Cell(1, 4, 2, got)),
        ("10", Cell(1, 4, 3, done)),
        ("Tổng cộng", Cell(1, 5, 1, ("Đơn vị",), is_total=True)),
        ("12", Cell(1, 5, 2, got, is_total=True)),
        ("10", Cell(1, 5, 3, done, is_total=True)),
    ]
    assert document.passages[-1].where.paragraph == ("bảng dưới «Bảng», dòng «Tổng cộng», cột «Giải quyết»")


def test_letters_typed_in_parts_are_told():
    passage = read_docx(package(p("Ho\u0302\u0300 sơ\u00a05.")), "a.docx").passages[0]
    assert (passage.text, passage.typed_nfd) == ("Hồ sơ 5.", True)


def test_what_is_no_word_file_is_refused():
    with pytest.raises(PackError) as refused:
        read_docx(b"abc", "a.docx")
    assert refused.value.findings[0].code == "docx-khong-phai"


def test_a_broken_part_is_refused():
    broken = package(p("A."), extra={"word/footnotes.xml": f"<w:footnotes {NS}>".encode()})
    with pytest.raises(PackError):
        read_docx(broken, "a.docx")


def test_a_cell_is_found_by_the_words_around_it():
    header = tbl([tc("ỦY BAN NHÂN DÂN XÃ A"), tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")])
    wide = tc("Tiếp nhận", tcpr='<w:gridSpan w:val="2"/>')
    rows = (
        ["Lĩnh vực", wide],
        ["", "Trực tuyến", "Tỷ lệ (%)"],
        ["Hộ tịch", "5", "50"],
        ["Đất đai", "5", "50"],
    )
    caption = p("Kết quả theo lĩnh vực như sau:") + p("Đơn vị tính: hồ sơ")
    table = tbl(*rows, ["Cộng", "10", "100"], columns=3)
    for body, name in (
        (caption + table, "bảng dưới «Kết quả theo lĩnh vực như sau»"),
        (p("1. Kết quả") + table, "bảng"),
    ):
        document = read_docx(package(header + p("BÁO CÁO") + p("Năm 2025.") + body), "a.docx")
        (found,) = [item.where.paragraph for item in document.passages if item.text == "100"]
        assert found.partition(" (mục ")[0] == f"{name}, dòng «Cộng», cột «Tỷ lệ (%)»"
    two = read_docx(package(table + p("Giữa.") * 2 + p("Dài " * 60) + table), "a.docx")
    assert [item.where.paragraph for item in two.passages if item.text == "Hộ tịch"] == [
        f"bảng {rank}, dòng «Hộ tịch», cột «Lĩnh vực»" for rank in (1, 2)
    ]
