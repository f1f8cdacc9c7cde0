"""References by name: what they print, what Word finds behind them, what is told when nothing is there."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import re
import xml.etree.ElementTree as ET

import pytest

from baocao.errors import DataError, PackError, Severity
from references_kit import FORMS, built, compiled, fields, lines, rendered, report
from small_docx import Text, W, note, p, package, r, ref, words

TEXT = """\
# KẾT QUẢ {#ket_qua}

Xem [@han_che], [@diem_b] và [@ghi_chu]; số [@diem_b|so], [@han_che|so], [@ghi_chu|so].

{% if them %}
## Phần thêm

Câu khác[^khac] của phần thêm.
{% endif %}

## Hạn chế {#han_che}

### Điểm một

### Điểm hai[^ghi_chu] {#diem_b}

[^khac]: Ghi trước.

[^ghi_chu]: Ghi chú, xem [@han_che].
"""


def test_places_are_cited_from_small_to_large_and_follow_what_is_printed():
    with_it, without = report(TEXT, them=True), report(TEXT, them=False)
    assert lines(with_it)[1] == "Xem Mục 2 Phần I, điểm b Mục 2 Phần I và chú thích 2; số b, 2, 2."
    assert lines(without)[1] == "Xem Mục 1 Phần I, điểm b Mục 1 Phần I và chú thích 1; số b, 1, 1."
    assert lines(without, "word/footnotes.xml") == [" Ghi chú, xem Mục 1 Phần I."]


def test_each_number_is_a_field_of_words_own():
    parts = report(TEXT, them=True)
    assert fields(parts) == [
        ("REF han_che \\n \\h", "2"),
        ("REF ket_qua \\n \\h", "I"),
        ("REF _Ref700000001 \\h \\* MERGEFORMAT", "b"),
        ("REF han_che \\n \\h", "2"),
        ("REF ket_qua \\n \\h", "I"),
        ("NOTEREF ghi_chu \\h", "2"),
        ("REF _Ref700000001 \\h \\* MERGEFORMAT", "b"),
        ("REF han_che \\n \\h", "2"),
        ("NOTEREF ghi_chu \\h", "2"),
    ]
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', parts.text())
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("Phần thứ nhất", "I.", "1.", "a)"), "điểm a khoản 1 Mục I Phần thứ nhất"),
        (("Phần I", "I.", "1.", "a)"), "điểm a khoản 1 Mục I Phần I"),
        (("A.", "I.", "1.", "a)"), "điểm a khoản 1 Mục I Phần A"),
        (("I.", "1.", "1.1.", "a)"), "điểm a Mục 1.1 Phần I"),
        (("1.", "1.1.", "a)"), "điểm a Mục 1.1"),
    ],
)
def test_the_word_before_a_number_follows_its_place(forms, expected):
    heads = "\n\n".join(f"{'#' * at} Tên {at}" for at in range(1, len(forms)))
    text = f"Xem [@x].\n\n{heads}\n\n{'#' * len(forms)} Đích {{#x}}\n"
    assert lines(report(text, forms))[0] == f"Xem {expected}."


def test_a_reference_keeps_the_look_of_its_words():
    parts = report("# KẾT QUẢ {#x}\n\nNhư **[@x]**.\n")
    assert '<w:r><w:rPr><w:b/></w:rPr><w:instrText xml:space="preserve"> REF x \\n \\h ' in parts.text()


def test_what_has_dropped_out_is_told_where_the_reference_stands():
    text = "# A\n\nXem [@them].\n\n{% if them %}\n# B {#them}\n{% endif %}\n"
    with pytest.raises(PackError) as told:
        report(text, them=False)
    (found,) = told.value.findings
    assert found.code == "tham-chieu-hut"
    assert "gần chữ «Xem [@them].»" in str(found.where)
    draft = report(text, them=False, draft=True)
    assert [item.level for item in draft.findings] == [Severity.WARNING]
    assert lines(draft)[1] == "Xem ……."


def test_a_heading_without_number_is_called_by_its_words():
    body = p("Xem [@ket_luan].") + _heading("KẾT LUẬN", "ket_luan")
    assert lines(rendered(package(body)))[0] == "Xem Mục “KẾT LUẬN”."
    with pytest.raises(PackError) as told:
        rendered(package(p("Xem [@ket_luan|so].") + _heading("KẾT LUẬN", "ket_luan")))
    assert [item.code for item in told.value.findings] == ["tham-chieu-khong-so"]


def test_a_name_typed_in_pieces_in_word_is_read_as_one():
    body = p(r("Xem [@ket", "<w:b/>"), r("_luan]", "<w:i/>"), r(" nhé")) + _heading(
        "II. KẾT LUẬN", "ket_luan"
    )
    assert lines(rendered(package(body)))[0] == "Xem Phần II nhé"


def test_unknown_names_are_faults_of_the_template():
    with pytest.raises(PackError) as told:
        rendered(package(p("Xem [@ket_lun].") + _heading("KẾT LUẬN", "ket_luan")))
    (found,) = told.value.findings
    assert (found.code, dict(found.facts)["goi_y"]) == ("tham-chieu-la", " Có phải «ket_luan» không?")


def test_texts_of_the_data_refer_to_names_of_the_template_and_to_their_own_notes():
    text = Text("Xem [@x] và [@g], đã nêu[^g].", g="Ghi chú.")
    assert lines(report("# A {#x}\n\n{{p chu }}\n", chu=text))[1] == "Xem Phần I và chú thích 1, đã nêu[1]."
    with pytest.raises(DataError) as told:
        report("# A {#ket_qua}\n\n{{p chu }}\n", chu=Text("Xem [@ket_qa]."))
    (found,) = told.value.findings
    assert (found.code, dict(found.facts)["goi_y"]) == ("tham-chieu-hut-chu", " Có phải «ket_qua» không?")


def test_what_is_no_name_stays_as_typed():
    text = Text("gửi [@so.gov.vn], [@ ] và \\[@x]")
    assert lines(report("{{p chu }}\n", chu=text)) == ["gửi [@so.gov.vn], [@ ] và [@x]"]


# Fields that an author has put in with Word.


def _field(code, shown):
    marks = ('"begin"/>', '"separate"/>', '"end"/>')
    begin, separate, end = (f"<w:r><w:fldChar w:fldCharType={mark}</w:r>" for mark in marks)
    code = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return f"{begin}{code}{separate}{r(shown, '<w:i/>')}{end}"


def _marked(name, content, number=7):
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _heading(words, name, level=1):
    return p(_marked(name, r(words)), style=f"Heading{level}")


LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    + "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate((("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")))
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


def _item(content, level):
    return p(content, ppr=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


def test_numbers_of_paragraphs_are_set_right_as_the_switches_ask():
    body = (
        _item(r("một"), 0)
        + p("{%p if co %}")
        + _item(r("mất"), 1)
        + p("{%p endif %}")
        + _item(r("hai"), 1)
        + _item(_marked("_Ref1", r("ba")), 2)
        + _item(_field("REF _Ref1 \\r \\h", "9") + _field("REF _Ref1 \\n \\h", "9"), 2)
        + _item(_field("REF _Ref1 \\r \\h", "9"), 0)
        + p(
            _field("REF _Ref1 \\w \\h", "9")
            + _field("REF _Ref1 \\h", "chữ cũ")
            + _field("REF _Ref1 \\p \\h", "trên")
        )
    )
    parts = rendered(package(body, numbering=LISTS), co=False)
    shown = [result for _, result in fields(parts)]
    assert shown == ["a)", "a)", "I.1.a)", "I.1.a)", "ba", "trên"]
    assert '<w:r><w:rPr><w:i/></w:rPr><w:t xml:space="preserve">I.1.a)</w:t></w:r>' in parts.text()


def test_a_level_beyond_words_nine_is_the_ninth():
    ninth = LISTS.replace('w:ilvl="2"', 'w:ilvl="8"').replace("%3)", "%9)")
    body = _item(_marked("_Ref1", r("một")), 12) + _item(r("hai"), 8) + p(_field("REF _Ref1 \\n \\h", "9"))
    assert [result for _, result in fields(rendered(package(body, numbering=ninth)))] == ["a)"]


BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
CODE = "<w:instrText>REF _Ref1 \\n \\h</w:instrText>"


@pytest.mark.parametrize(
    "runs",
    [
        [BEGIN + CODE + SEPARATE + "<w:t>9</w:t>" + END],
        [BEGIN + CODE + SEPARATE + END],
        [BEGIN + CODE + END],
        [BEGIN, CODE + END],
        [BEGIN, CODE, SEPARATE + END],
        [BEGIN, CODE, SEPARATE, "<w:tab/>" + END],
        [BEGIN, CODE, SEPARATE, "<w:t>9</w:t>", END],
    ],
)
def test_the_signs_of_a_field_stand_in_order_however_its_runs_were_cut(runs: list[str]) -> None:
    cut = "".join(f"<w:r><w:rPr><w:i/></w:rPr>{inside}</w:r>" for inside in runs)
    parts = rendered(package(_item(_marked("_Ref1", r("một")), 1) + p(cut), numbering=LISTS))
    text = parts.text()
    found = [
        text.index(BEGIN),
        text.index(CODE),
        text.index(SEPARATE),
        text.index(">1</w:t>"),
        text.index(END),
    ]
    assert found == sorted(found)
    assert [result for _, result in fields(parts)] == ["1"]
    assert "9</w:t>" not in text


def test_numbers_of_notes_are_set_right():
    body = (
        p("{%p if co %}")
        + p("mất", ref(1))
        + p("{%p endif %}")
        + p("còn", _marked("_Ref2", ref(2)), " xem ", _field("NOTEREF _Ref2 \\h", "2"))
    )
    data = package(body, notes=note(1, "một") + note(2, "hai"))
    assert fields(rendered(data, co=False)) == [("NOTEREF _Ref2 \\h", "1")]
    assert fields(rendered(data, co=True)) == [("NOTEREF _Ref2 \\h", "2")]


def test_an_empty_bookmark_before_a_note_is_libreoffices_way_to_save_one_round_it():
    body = p("còn", _marked("g", ""), ref(1), " xem [@g] và ", _field("NOTEREF g \\h", "9"))
    parts = rendered(package(body, notes=note(1, "một")))
    assert [result for _, result in fields(parts)] == ["1", "1"]
    assert lines(parts)[0] == "còn[1] xem chú thích 1 và 1"


def test_a_field_whose_place_has_dropped_out_is_told():
    body = (
        p("Xem ", _field("REF _Ref1 \\r \\h", "2"))
        + p("{%p if co %}")
        + _heading("I. A", "_Ref1")
        + p("{%p endif %}")
    )
    with pytest.raises(PackError) as told:
        rendered(package(body), co=False)
    assert [item.code for item in told.value.findings] == ["truong-ref-hut"]
    assert "gần chữ «Xem 2»" in str(told.value.findings[0].where)
    assert [item.code for item in rendered(package(body), co=False, draft=True).findings] == [
        "truong-ref-hut"
    ]


def test_a_field_to_a_bookmark_that_no_file_has_is_a_fault_of_the_template():
    with pytest.raises(PackError) as told:
        rendered(package(p(_field("REF _Ref1 \\r \\h", "2"))))
    assert [item.code for item in told.value.findings] == ["truong-ref-la"]


# Layers.

BASE = "{% block mot %}\n# MỘT {#mot}\n{% endblock %}\n\n{% block hai %}\n# HAI {#hai}\n{% endblock %}\n\nXem [@hai].\n"


def test_a_layer_may_refer_to_names_below_and_bring_its_own():
    layer = '{% extends "goi1" %}\n\n{% block mot %}\n# KHÁC {#khac}\n\n## Con {#con}\n\nXem [@hai] và [@con].\n{% endblock %}\n'
    parts = rendered(built(layer), built(BASE))
    assert lines(parts) == ["KHÁC", "Con", "Xem Phần II và Mục 1 Phần I.", "HAI", "Xem Phần II."]
    ids = re.findall(r'<w:bookmarkStart w:id="(\d+)"', parts.text())
    assert len(ids) == len(set(ids)) == 3


TAKES_AWAY = '{% extends "goi1" %}\n\n{% block hai %}\n# HAI KHÁC\n{% endblock %}\n'


def test_a_layer_that_takes_a_name_away_is_told_at_its_block_and_the_report_is_made():
    template = compiled(built(TAKES_AWAY), built(BASE))
    (found,) = template.findings
    assert (found.code, found.level, dict(found.facts)["khoi"]) == (
        "tham-chieu-khoi-thay",
        Severity.WARNING,
        "hai",
    )
    assert found.where.file == "mau-0.docx"
    assert "mau-1.docx" in dict(found.facts)["cho"]
    parts = rendered(built(TAKES_AWAY), built(BASE))
    assert lines(parts) == ["MỘT", "HAI KHÁC", "Xem ……."]
    assert parts.findings == ()


def test_the_name_given_to_what_is_put_in_its_place_serves():
    named = TAKES_AWAY.replace("KHÁC", "KHÁC {#hai}")
    assert compiled(built(named), built(BASE)).findings == ()
    assert lines(rendered(built(named), built(BASE)))[-1] == "Xem Phần II."


def test_a_layer_in_between_is_told_where_it_replaced_the_block():
    upper = '{% extends "goi1" %}\n\n{% block mot %}\n# MỘT KHÁC\n{% endblock %}\n'
    (found,) = compiled(built(upper), built(TAKES_AWAY.replace("goi1", "goi2")), built(BASE)).findings
    assert (found.code, found.where.file) == ("tham-chieu-khoi-thay", "mau-1.docx")


def test_a_field_of_words_whose_target_a_layer_has_replaced_stops_nothing():
    base = package(
        p(_field("REF _Ref1 \\r \\h", "2"))
        + p("{%p block a %}")
        + _heading("A", "_Ref1")
        + p("{%p endblock %}")
    )
    parts = rendered(built('{% extends "goi1" %}\n\n{% block a %}\nKhác.\n{% endblock %}\n'), base)
    assert lines(parts) == ["……", "Khác."]
    told = {item.code for item in compiled(built(TAKES_AWAY.replace("hai", "a")), base).findings}
    assert "tham-chieu-khoi-thay" in told


@pytest.mark.parametrize(
    ("text", "forms", "label"),
    [
        ('@bang {ten: x, tieu_de: "Tên"}\n| a |\n|---|\n| 1 |\n', FORMS, "Bảng 1"),
        ("# MỘT {#x}\n", ("Phần I",), "Phần I"),
        ("# MỘT {#x}\n", ("Phần thứ nhất",), "Phần thứ nhất"),
        ("# MỘT\n\n## HAI {#x}\n", ("Phần I", "1."), "Mục 1 Phần I"),
    ],
)
def test_no_line_ends_between_a_word_and_its_number(text, forms, label):
    parts = report(f"Xem [@x] kèm theo.\n\n{text}", forms)
    assert _first_line(parts) == f"Xem {_unbroken(label)} kèm theo."


def test_a_label_that_an_author_made_in_word_is_kept_together_where_it_stands_too():
    caption = p(_marked("b", r("Bảng ") + _field("SEQ Bảng \\* ARABIC", "1")) + r(". Tên"))
    parts = rendered(package(p("Xem [@b] nhé.") + caption))
    assert _first_line(parts) == "Xem Bảng\u00a01 nhé."
    assert "Bảng\u00a0</w:t>" in parts.text().partition("nhé.")[2]


def _unbroken(label):
    return label.replace(" ", "\u00a0").replace("\u00a01\u00a0Phần", "\u00a01 Phần")


def _first_line(parts):
    return words(next(ET.fromstring(parts.contents["word/document.xml"]).iter(f"{W}p")))


def test_no_tree_is_made_of_a_report_without_references(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "baocao.render.tree.references", None)
    assert lines(report("# A {#x}\n\nCâu[^g].\n\n[^g]: Ghi.\n")) == ["A", "Câu[1]."]


def test_a_reference_that_is_lost_beside_a_tag_is_named_as_it_was_typed():
    body = _heading("I. A", "a") + p("{%p if co %} xem [@a|so]") + p("b") + p("{%p endif %}")
    (told,) = [item for item in compiled(package(body)).findings if item.code == "chu-bi-bo"]
    assert told.where.words == "xem [@a|so]"
