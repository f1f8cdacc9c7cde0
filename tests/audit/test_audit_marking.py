"""The marked copy: a Word comment at each remark, on a note where it hangs; everything else stays."""

from __future__ import annotations

import io
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
from small_docx import W, note, p, package, ref, tbl

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
BODY = (
    p("Đã giải quyết 90/100 hồ sơ, đạt 91%.")
    + p("Huyện", ref(2), " và xã.")
    + tbl(["Tiếp nhận", "12"], ["Tổng số", "13"])
    + p("Hết.")
)


def marked(*remarks, body=BODY, notes=None):
    """The comments of a marked copy: the words of the paragraph, the lines of the comment."""
    data = package(body, notes=note(2, "Chỉ có 5 hồ sơ.") if notes is None else notes)
    document = read_docx(data, "a.docx")
    made = mark(data, audited(document, *(build(document) for build in remarks)))
    return comments(made), data, made


def comments(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package_:
        body = etree.fromstring(package_.read("word/document.xml"))
        told = etree.fromstring(package_.read("word/comments.xml"))
    places = {}
    for start in body.iter(f"{W}commentRangeStart"):
        paragraph = next(start.iterancestors(f"{W}p"))
        places[start.get(f"{W}id")] = "".join(paragraph.itertext(f"{W}t"))
    return [
        (places[item.get(f"{W}id")], ["".join(line.itertext(f"{W}t")) for line in item.iter(f"{W}p")])
        for item in told.iter(f"{W}comment")
    ]


def test_a_comment_says_which_number_why_and_what_to_do():
    found, _, _ = marked(lambda doc: remark(doc, "đạt 91%", "90 : 100 = 90%, không phải 91%."))
    assert found == [
        (
            "Đã giải quyết 90/100 hồ sơ, đạt 91%.",
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
    assert found[0][0] == "Huyện và xã."
    assert found[0][1][0] == "Chú thích 1. Phải sửa (chắc chắn): «5 hồ sơ» không khớp."


def test_a_remark_on_a_cell_stands_in_the_cell():
    found, _, _ = marked(lambda doc: remark(doc, "13", "«13» không bằng tổng 12."))
    assert found[0][0] == "13"


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
    assert mark(data, audited(read_docx(data, "a.docx"))) == data


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
    )


def test_the_validators_accept_a_marked_report(sample, tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(sample)
    assert (audit_faults(file), integrity_faults(file), check_opens(sample)) == ([], [], ())


@pytest.mark.libreoffice
def test_libreoffice_keeps_every_comment(sample, tmp_path):
    saved = converted({"a": sample}, tmp_path, "fodt")["a"].decode()
    assert saved.count("<office:annotation ") == 6
    assert "Chú thích 4. Phải sửa (chắc chắn): Thử 99,15%." in saved
