"""The marked copy: a Word comment on the words of each remark, on a note where it hangs; all else stays."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from audit_hand import INFO, WARNING, audited, remark
from baocao.audit.marking import mark
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.verdicts import Confidence, FaultKind
from baocao.check.opens import check_opens
from baocao.produce import produce
from outside_tools import audit_faults, converted, integrity_faults
from small_docx import W, note, p, package, r, ref, tbl

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
BODY = (
    p("Đã giải quyết 90/100 hồ sơ, đạt 91%.")
    + p("Huyện", ref(2), " và xã.")
    + tbl(["Tiếp nhận", "12"], ["Tổng số", "13"])
    + p("Hết.")
)


def marked(*remarks, body=BODY, notes=None, numbering=""):
    """The comments of a marked copy: the words they cover, the lines of the comment."""
    notes = note(2, "Chỉ có 5 hồ sơ.") if notes is None else notes
    data = package(body, notes=notes, numbering=numbering)
    document = read_docx(data, "a.docx")
    made = mark(data, audited(document, *(build(document) for build in remarks))).data
    return comments(made), data, made


def comments(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package_:
        body = etree.fromstring(package_.read("word/document.xml"))
        told = etree.fromstring(package_.read("word/comments.xml"))
    places, open_ = {}, set()
    for item in body.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        if item.tag == f"{W}t":
            places |= {number: places[number] + (item.text or "") for number in open_}
        elif item.tag == f"{W}commentRangeStart":
            open_.add(item.get(f"{W}id"))
            places[item.get(f"{W}id")] = ""
        else:
            open_.remove(item.get(f"{W}id"))
    return [
        (places[item.get(f"{W}id")], ["".join(line.itertext(f"{W}t")) for line in item.iter(f"{W}p")])
        for item in told.iter(f"{W}comment")
    ]


def test_a_comment_says_which_number_why_and_what_to_do():
    found, _, _ = marked(lambda doc: remark(doc, "đạt 91%", "90 : 100 = 90%, không phải 91%."))
    assert found == [
        (
            "đạt 91%",
            [
                "Phải sửa (chắc chắn), chỗ «đạt 91%»: 90 : 100 = 90%, không phải 91%.",
                "Cách sửa: Sửa lại lệnh rồi chạy lại.",
            ],
        )
    ]


def test_words_that_the_sentence_quotes_are_not_told_twice():
    found, _, _ = marked(
        lambda doc: remark(doc, "đạt 91%", "«đạt 91%» sai.", WARNING, sure=Confidence.LIKELY)
    )
    assert found[0][1][0] == "Nên xem lại (rất có thể): «đạt 91%» sai."


def test_a_remark_on_a_note_stands_where_the_note_hangs():
    found, _, _ = marked(lambda doc: remark(doc, "5 hồ sơ", "«5 hồ sơ» không khớp."))
    assert found[0][0] == "Huyện"
    assert found[0][1][0] == "Chú thích 1. Phải sửa (chắc chắn): «5 hồ sơ» không khớp."


def test_a_remark_on_a_cell_stands_in_the_cell():
    found, _, _ = marked(lambda doc: remark(doc, "13", "«13» không bằng tổng 12."))
    assert found[0][0] == "13"


@pytest.mark.parametrize(
    ("paragraph", "words", "covered"),
    [
        (p("Có 5 hồ sơ"), "5", "5"),
        (p(r("Đạt "), r("7", "<w:b/>"), r("9%", "<w:b/>"), r(", tăng")), "79%", "79%"),
        (p('<w:r><w:t xml:space="preserve">  Có\u00ad </w:t><w:tab/><w:t>5  hồ sơ</w:t></w:r>'), "Có  5", "Có\u00ad 5"),
        (p("Đạt 31¹ rồi 31² hồ sơ", ), "31 hồ sơ", "31² hồ sơ"),
        (p(unicodedata.normalize("NFD", "Tổng 5 hồ sơ")), "5", "5"),
        (p(r("Số 5 "), r("ẩn đi 5 ", "<w:vanish/>"), r("là 6 và 7")), "6", "6"),
        (p('<w:ins w:id="1" w:author="a">' + r("Đã 5") + "</w:ins>", '<w:del w:id="2" w:author="a"><w:r><w:delText>6</w:delText></w:r></w:del>', " và 7"), "5 và", "5 và"),
        (p(r("A"), '<w:r><w:noBreakHyphen/><w:t>B 5</w:t></w:r>'), "A-B", "AB"),
        (p(r("Cuối.", ), r("12", '<w:vertAlign w:val="superscript"/>'), r(" Rồi 12 nữa")), "12", "12"),
    ],
)  # fmt: skip
def test_whatever_the_reader_makes_of_a_paragraph_its_words_are_covered(paragraph, words, covered):
    found, data, made = marked(lambda doc: remark(doc, words, "Sai."), body=p("Đầu") + paragraph)
    assert [place for place, _ in found] == [covered]
    assert read_docx(data, "a.docx") == read_docx(made, "a.docx")


def test_words_of_a_paragraph_with_a_number_of_word_in_front():
    abstract = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    listed = p("Có 1 hồ sơ", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    found, _, _ = marked(
        lambda doc: remark(doc, "1", "Số.", nth=1),
        lambda doc: remark(doc, "1", "Chữ.", nth=2),
        body=listed,
        numbering=abstract,
    )
    assert [(place, lines[0].partition(": ")[2]) for place, lines in found] == [
        ("Có 1 hồ sơ", "Số."),
        ("1", "Chữ."),
    ]


def test_marking_a_marked_copy_replaces_its_comments():
    data = package(BODY, notes=note(2, "Chỉ có 5 hồ sơ."))

    def again(source, *words):
        document = read_docx(source, "a.docx")
        return mark(source, audited(document, *(remark(document, item, "Sai.") for item in words)))

    first = again(data, "đạt 91%", "5 hồ sơ", "13")
    second = again(first.data, "đạt 91%", "12")
    assert (first.replaced, second.replaced) == (0, 3)
    assert [place for place, _ in comments(second.data)] == ["đạt 91%", "12"]
    assert read_docx(second.data, "a.docx") == read_docx(data, "a.docx")


def test_comments_stand_in_the_order_of_the_text_and_nothing_else_changes():
    found, data, made = marked(
        lambda doc: remark(doc, "Hết", "Hai.", INFO, FaultKind.SPELLING),
        lambda doc: remark(doc, "đạt 91%", "Một."),
    )
    assert [lines[0] for _, lines in found] == [
        "Phải sửa (chắc chắn), chỗ «đạt 91%»: Một.",
        "Lưu ý, chỗ «Hết»: Hai.",
    ]
    before, after = read_docx(data, "a.docx"), read_docx(made, "a.docx")
    assert before == after
    assert check_opens(made) == ()


def test_what_was_typed_stays_text():
    found, _, made = marked(lambda doc: remark(doc, "đạt 91%", 'a <w:p>&amp; "b"\nc\td'))
    assert found[0][1][0].endswith(': a <w:p>&amp; "b" c d')
    assert check_opens(made) == ()


def test_no_remarks_leave_the_file_as_it_is():
    data = package(BODY, notes=note(2, "Chỉ có 5 hồ sơ."))
    assert mark(data, audited(read_docx(data, "a.docx"))).data == data


@pytest.fixture(scope="module")
def sample():
    """The sample report with remarks in body, note, header block and signature block."""
    data = produce(SAMPLES / "tan-hong" / "2023.yaml").to_bytes()
    document = read_docx(data, "tan-hong.docx")
    return mark(
        data,
        audited(
            document,
            *(
                remark(document, words, f"Thử {words}.")
                for words in ("Số: 114", "98,74%", "99,15%", "99,61%", "Huỳnh Văn Nhã", "Độc lập")
            ),
        ),
    ).data


def test_the_validators_accept_a_marked_report(sample, tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(sample)
    assert (audit_faults(file), integrity_faults(file), check_opens(sample)) == ([], [], ())


@pytest.mark.libreoffice
def test_libreoffice_keeps_every_comment(sample, tmp_path):
    saved = converted({"a": sample}, tmp_path, "fodt")["a"].decode()
    assert saved.count("<office:annotation ") == 6
    assert "Chú thích 4. Phải sửa (chắc chắn): Thử 99,15%." in saved
