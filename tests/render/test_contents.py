"""Tables of contents: an entry for each heading that is printed, and its page."""

import re
from dataclasses import replace

import pytest

from baocao import paging
from baocao.errors import OutputError, finding
from baocao.paging import all_with_page_numbers, with_page_numbers
from baocao.pdf import Pdf
from baocao.render import to_bytes
from references_kit import fields, lines, rendered, report
from small_docx import p, package, r

TEXT = """\
Mở đầu.

@muc_luc {cap: 2}

# KẾT QUẢ & SỐ LIỆU

{% if them %}
## Phần thêm
{% endif %}

## Hạn chế

### Quá sâu

# KẾT LUẬN
"""


def _contents(parts):
    return [line for line in lines(parts) if "\t" in line]


def test_the_entries_are_the_printed_headings_with_their_numbers():
    assert _contents(report(TEXT, them=True)) == [
        "I. KẾT QUẢ & SỐ LIỆU\t",
        "1. Phần thêm\t",
        "2. Hạn chế\t",
        "II. KẾT LUẬN\t",
    ]
    assert _contents(report(TEXT, them=False)) == ["I. KẾT QUẢ & SỐ LIỆU\t", "1. Hạn chế\t", "II. KẾT LUẬN\t"]


def test_it_is_words_own_table():
    document = report(TEXT, them=False).text()
    assert '<w:docPartGallery w:val="Table of Contents"/>' in document
    assert ' TOC \\o "1-2" \\h \\z \\u ' in document
    assert re.findall(r'<w:pStyle w:val="(TOC\w+)"/>', document) == ["TOCHeading", "TOC1", "TOC2", "TOC1"]
    names = re.findall(r'w:hyperlink w:anchor="(\w+)"', document)
    assert names == [f"_Toc70000000{at}" for at in (1, 2, 3)]
    assert all(document.count(f'w:name="{name}"') == 1 for name in names)
    assert document.count('fldCharType="begin"') == document.count('fldCharType="end"') == 4
    assert "w:dirty" not in document


def test_options():
    parts = report("@muc_luc {cap: 1, tieu_de: NỘI DUNG, trang_rieng: có}\n\n# A\n\n## B\n")
    assert lines(parts)[:2] == ["NỘI DUNG", "I. A\t"]
    assert "<w:pageBreakBefore/>" in parts.text()
    assert '<w:br w:type="page"/>' in parts.text()


@pytest.mark.parametrize("forms", [("Phần thứ nhất", "I.", "a)"), ("Phần I", "1.")])
def test_numbers_on_a_line_of_their_own_stand_before_their_words(forms):
    first = {"Phần thứ nhất": "Phần thứ nhất TÊN\t", "Phần I": "Phần I TÊN\t"}[forms[0]]
    assert _contents(report("@muc_luc {cap: 1}\n\n# TÊN\n", forms)) == [first]


def test_a_table_that_word_made_is_filled_in_its_own_look():
    def run(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\u </w:instrText></w:r>'
    look = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
    body = (
        p(run("begin"), code, run("separate"), r("Cũ một"), style="Muc1", ppr=look)
        + p("Cũ {{ ten }}", style="Muc1", ppr=look)
        + p(run("end"), " sau mục lục")
        + p("{%p if co %}")
        + p("I. MẤT", style="Heading1")
        + p("{%p endif %}")
        + p("I. CÒN {{ ten }}", style="Heading1")
    )
    style = '<w:style w:type="paragraph" w:styleId="Muc1"><w:name w:val="toc 1"/></w:style></w:styles>'
    data = package(body)
    parts = rendered(_with_style(data, style), co=False, ten="x")
    assert [line.strip("\t") for line in lines(parts)] == ["I. CÒN x", " sau mục lục", "I. CÒN x"]
    assert parts.text().count(look) == 1


def _with_style(data, style):
    from baocao.ooxml.package import Skeleton

    skeleton = Skeleton.read(data)
    styles = skeleton.text("word/styles.xml").replace("</w:styles>", style)
    return skeleton.replaced({"word/styles.xml": styles.encode()}).to_bytes()


def test_without_libreoffice_the_pages_stay_empty_and_the_clerk_is_told(monkeypatch):
    monkeypatch.setattr("baocao.pdf.find_libreoffice", lambda: None)
    parts, told = with_page_numbers(report(TEXT, them=True))
    assert [item.code for item in told] == ["muc-luc-chua-co-trang"]
    assert [page for code, page in fields(parts) if code.startswith("PAGEREF")] == ["", "", "", ""]


def test_why_libreoffice_did_not_lay_the_report_out_is_told(monkeypatch):
    monkeypatch.setattr("baocao.pdf.find_libreoffice", lambda: "soffice")
    failed = finding("pdf-khong-thanh", ly_do="quá 60 giây chưa xong")

    def told(made):
        monkeypatch.setattr("baocao.pdf.to_pdfs", made)
        return [item.text for item in with_page_numbers(report(TEXT, them=True))[1]]

    def refused(several):
        raise OutputError(failed)

    late = ["Mục lục chưa có số trang: LibreOffice không tạo được bản PDF: quá 60 giây chưa xong."]
    assert told(refused) == late
    assert told(lambda several: [Pdf(0, findings=(failed,))]) == late
    assert told(lambda several: [Pdf(0, data=b"%PDF-1.7 cut")]) == [
        "Mục lục chưa có số trang: bản PDF mà LibreOffice tạo ra không trọn vẹn."
    ]


def test_dots_lead_to_the_margin_of_the_units_own_page():
    code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r>'
    signs = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    margins = '<w:pgMar w:left="2000" w:right="1006" w:gutter="100"/>'
    page = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>{margins}</w:sectPr>'
    table = p(signs[0], code, signs[1], signs[2])
    text = rendered(package(table + p("I. A", style="Heading1") + page)).text()
    assert re.findall(r'<w:tab w:val="right" w:leader="dot" w:pos="(\d+)"/>', text) == ["8800"]


def test_a_pdf_that_does_not_tell_the_pages(monkeypatch):
    monkeypatch.setattr("baocao.pdf.find_libreoffice", lambda: "soffice")
    monkeypatch.setattr("baocao.pdf.to_pdfs", lambda several: [Pdf(0)])
    monkeypatch.setattr("baocao.pdf.page_links.words_of_heading_links", lambda pdf: ["1"])
    _, told = with_page_numbers(report(TEXT, them=True))
    assert [item.code for item in told] == ["muc-luc-chua-co-trang"]


def test_parts_that_are_no_text_go_along_as_they_are(monkeypatch):
    parts = report(TEXT, them=True)
    parts = replace(parts, contents={**parts.contents, "word/embeddings/bieuDo1.xlsx": b"\xff\xfePK"})
    monkeypatch.setattr("baocao.pdf.find_libreoffice", lambda: "soffice")
    monkeypatch.setattr("baocao.pdf.to_pdfs", lambda several: [Pdf(0)])
    monkeypatch.setattr("baocao.pdf.page_links.words_of_heading_links", lambda pdf: ["1", "2", "3", "4"])
    done, told = with_page_numbers(parts)
    assert [item.code for item in told] == ["muc-luc-so-trang"]
    assert [page for code, page in fields(done) if code.startswith("PAGEREF")] == ["1", "2", "3", "4"]


def test_a_report_without_a_table_asks_nobody(monkeypatch):
    monkeypatch.setattr(paging, "_pages", None)
    parts = report("# A\n")
    assert with_page_numbers(parts) == (parts, ())


@pytest.mark.libreoffice
def test_the_pages_are_those_of_the_headings(tmp_path):
    from baocao.pdf import to_pdf
    from baocao.pdf.page_links import words_of_heading_links

    long = "\n\n".join(["Câu dài. " * 60] * 8)
    text = f"@muc_luc\n\n# A {{#a}}\n\n{long}\n\n## B\n\n{long}\n\n# C {{#c}}\n\n{long}\n\n# D\n\nXem [@c].\n"
    parts, told = with_page_numbers(report(text))
    assert [item.code for item in told] == ["muc-luc-so-trang"]
    pages = [page for code, page in fields(parts) if code.startswith("PAGEREF")]
    assert pages == sorted(pages, key=int)
    assert (pages[0], int(pages[-1]) > 4) == ("1", True)
    again, _ = with_page_numbers(report(text))
    assert to_bytes(again) == to_bytes(parts)
    printed = to_pdf(to_bytes(parts))
    shown = _printed_pages(printed, tmp_path)
    for heading, page in zip(("I. A", "1. B", "II. C", "III. D"), pages, strict=True):
        assert heading in shown[int(page) - 1]
    assert words_of_heading_links(printed)[-1] == "II"


def _printed_pages(pdf, folder):
    """The words of each page, without the dotted lines of the table of contents."""
    import subprocess

    (folder / "a.pdf").write_bytes(pdf)
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "a.pdf"), "-"], capture_output=True, text=True, check=True
    )
    pages = text.stdout.split("\f")
    return ["\n".join(line.strip() for line in page.split("\n") if "....." not in line) for page in pages]


def test_one_libreoffice_lays_out_many_reports(monkeypatch):
    several = [report(TEXT, them=True), report(TEXT, them=False)]
    told = {b"first": ["1", "2", "3", "4"], b"second": ["5", "6", "7"]}
    asked = []

    def to_pdfs(docx):
        asked.append(len(docx))
        return [Pdf(0, b"first"), Pdf(1, b"second")]

    monkeypatch.setattr("baocao.pdf.find_libreoffice", lambda: "soffice")
    monkeypatch.setattr("baocao.pdf.to_pdfs", to_pdfs)
    monkeypatch.setattr("baocao.pdf.page_links.words_of_heading_links", told.__getitem__)
    done = [parts for parts, _ in all_with_page_numbers(several)]
    assert asked == [2]
    shown = [[page for code, page in fields(parts) if code.startswith("PAGEREF")] for parts in done]
    assert shown == list(told.values())
