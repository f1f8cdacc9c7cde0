"""Faults of a template: each with its code, its place in the reader's words, and all of them at once."""

import pytest

from baocao.errors import DataError, PackError, Severity
from baocao.messages import layers, opens, template
from small_docx import Text, compiled, note, p, package, produced, r, ref, tbl, tc

WORDED = template.MESSAGES | layers.MESSAGES | opens.MESSAGES


def faults(body, context=None, **parts):
    with pytest.raises((PackError, DataError)) as caught:
        produced(package(body, **parts), {"ten": "x", "ds": [1], "tthc": {"tiep_nhan": 1}} | (context or {}))
    return caught.value.findings


HEADING = p("I. KẾT QUẢ", style="Heading1")

COMPILE = {
    "unclosed output": (p("a {{ ten "), "the-chua-dong", "{{ ten"),
    "unclosed output before another": (p("{{ ten và {{ ten }}"), "the-chua-dong", "{{ ten và {{ ten }}"),
    "unclosed statement": (p("{% if ten"), "the-chua-dong", "{% if ten"),
    "unclosed comment": (p("{# ghi"), "the-chua-dong", "{# ghi"),
    "if without end": (p("{%p if ten %}") + p("a"), "khoi-chua-dong", "{%p if ten %}"),
    "inner for without end": (
        p("{% if ten %}{% for x in ds %}{% endif %}"),
        "khoi-chua-dong",
        "{% if ten %}{% for x in ds %}{% endif %}",
    ),
    "end without if": (p("{%p endif %}"), "the-thua", "{%p endif %}"),
    "else without if": (p("a{% else %}b"), "the-thua", "a{% else %}b"),
    "paragraph and cell": (
        p("{%p if ten %}") + tbl([tc(p("{%p endif %}"))], columns=1),
        "the-lech-cho",
        "{%p if ten %}",
    ),
    "paragraph and inline": (p("{%p if ten %}") + p("a {% endif %}"), "the-lech-cho", "{%p if ten %}"),
    "different depth": (
        p("a{% if ten %}b") + p(f'<w:hyperlink w:anchor="a">{r("c{% endif %}")}</w:hyperlink>'),
        "the-lech-cho",
        "a{% if ten %}b",
    ),
    "row tag outside": (
        p("{%tr for x in ds %}") + p("{%tr endfor %}"),
        "the-ngoai-bang",
        "{%tr for x in ds %}",
    ),
    "bad expression": (p("{{ ten | }}"), "the-sai-cu-phap", "{{ ten | }}"),
    "unknown statement": (p("{% lap x %}"), "the-sai-cu-phap", "{% lap x %}"),
    "unknown filter": (p("{{ ten|soo }}"), "bo-loc-la", "{{ ten|soo }}"),
    "unknown test": (
        p("{% if ten is trongg %}a{% endif %}"),
        "phep-thu-la",
        "{% if ten is trongg %}a{% endif %}",
    ),
    "note in a control paragraph": (
        p("{%p if ten %}", ref(1)) + p("{%p endif %}"),
        "chu-thich-trong-the",
        "{%p if ten %}",
    ),
    "reference without a note": (p("chữ", ref(7)), "chu-thich-mat", "chữ"),
}


@pytest.mark.parametrize(("body", "code", "words"), COMPILE.values(), ids=COMPILE.keys())
def test_a_fault_of_the_template_names_its_place(body, code, words):
    found = faults(HEADING + body, notes=note(1, "ghi"))[0]
    assert found.code == code
    assert (found.where.file, found.where.part) == ("mau-0.docx", "thân văn bản")
    assert found.where.words == words
    assert found.where.paragraph == "đoạn 2, dưới đề mục «I. KẾT QUẢ»"
    assert found.where.anchor == "word/document.xml#1"


RENDER = {
    "unknown name": ("{{ tenn }}", "ten-khong-biet", "Có phải «ten» không?"),
    "unknown attribute": ("{{ tthc.tiep_nhann }}", "ten-khong-biet", "Có phải «tiep_nhan» không?"),
    "unknown name in a condition": ("{% if tenn %}a{% endif %}", "ten-khong-biet", "Có phải «ten» không?"),
    "unknown name in a loop": ("{% for x in dss %}a{% endfor %}", "ten-khong-biet", "Có phải «ds» không?"),
    "attribute of an unknown name": ("{{ tthcc.tiep_nhan }}", "ten-khong-biet", "Có phải «tthc» không?"),
    "unknown name in a filter": ("{{ tenn|so }}", "ten-khong-biet", "Có phải «ten» không?"),
    "unknown name in a sum": ("{{ tenn + 1 }}", "ten-khong-biet", "Có phải «ten» không?"),
    "a whole list": ("{{ ds }}", "khong-in-duoc", "cả một danh sách"),
    "a whole group": ("{{ tthc }}", "khong-in-duoc", "cả một danh sách"),
    "filter and value": ("{{ 'abc'|so }}", "bo-loc-loi", "không phải là số"),
    "division by nothing": ("{{ 1 // 0 }}", "mau-loi-khi-tinh", "không tính được"),
    "marked text printed plainly": ("{{ dam }}", "chu-co-dinh-dang", "gạch đầu dòng hoặc chú thích"),
    "two paragraphs in a line": ("{{r doan }}", "chu-nhieu-doan", "nhiều đoạn"),
}


@pytest.mark.parametrize(("tag", "code", "text"), RENDER.values(), ids=RENDER.keys())
def test_a_fault_met_while_rendering_names_its_place(tag, code, text):
    context = {"dam": Text("một **hai**"), "doan": Text("một\n\nhai")}
    (found,) = faults(HEADING + p("đầu") + p(tag), context)
    assert found.code == code
    assert text in found.text
    assert (found.where.file, found.where.part, found.where.words) == ("mau-0.docx", "thân văn bản", tag)
    assert found.where.paragraph == "đoạn 3, dưới đề mục «I. KẾT QUẢ»"
    assert found.where.anchor == "word/document.xml#2"


def test_all_faults_of_all_parts_at_once():
    body = p("{{ ten|soo }}") + p("{{ ten|noii }}")
    found = faults(body, header=p("{% if ten %}"), title="{{ ten")
    assert {(item.code, item.where.part) for item in found} == {
        ("bo-loc-la", "thân văn bản"),
        ("khoi-chua-dong", "đầu trang"),
        ("the-chua-dong", "thuộc tính của tệp"),
    }
    assert len(found) == 4


def test_all_unknown_names_and_blanks_at_once():
    blank = type("Blank", (), {"trong": True, "ten": "Hồ sơ tiếp nhận", "ma": "tthc.tiep_nhan"})()
    found = faults(p("{{ mot }} {{ o }}") + p("{{ hai }} {% if ba %}{% endif %}"), {"o": blank})
    assert [(item.code, dict(item.facts)["ten"]) for item in found] == [
        ("ten-khong-biet", "mot"),
        ("o-trong", "Hồ sơ tiếp nhận"),
        ("ten-khong-biet", "hai"),
        ("ten-khong-biet", "ba"),
    ]


def test_only_blanks_are_a_fault_of_the_data():
    blank = type("Blank", (), {"trong": True, "ten": "Hồ sơ tiếp nhận", "ma": "tthc.tiep_nhan"})()
    with pytest.raises(DataError) as caught:
        produced(package(p("đã nhận {{ o }} hồ sơ; {{ trong }}")), {"o": blank, "trong": None})
    first, second = caught.value.findings
    assert (first.code, first.where.key, first.where.label) == (
        "o-trong",
        "tthc.tiep_nhan",
        "Hồ sơ tiếp nhận",
    )
    assert first.where.words == "đã nhận {{ o }} hồ sơ; {{ trong }}"
    assert second.code == "o-trong"


def test_words_beside_a_paragraph_tag_are_a_warning():
    (found,) = compiled(package(p("{%p if 1 %} lời văn") + p("a") + p("{%p endif %}"))).findings
    assert (found.code, found.level, found.where.words) == ("chu-bi-bo", Severity.WARNING, "lời văn")


def test_a_reference_in_the_header_is_refused():
    (found,) = faults(p("a"), header=p("đầu trang", ref(1)), notes=note(1, "ghi"))
    assert (found.code, found.where.part) == ("chu-thich-sai-cho", "đầu trang")


def test_a_broken_part_is_refused():
    (found,) = faults("<w:p>")
    assert found.code == "mau-xml-hong"


def test_entities_of_a_file_are_not_read():
    data = package(p("a"), extra={"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'})
    with pytest.raises(PackError) as caught:
        compiled(data)
    assert caught.value.findings[0].code == "mau-xml-hong"


def test_many_faults_are_found_quickly():
    found = faults(p("{% endif %}" * 3000))
    assert {item.code for item in found} == {"the-thua"}


@pytest.mark.parametrize("code", WORDED)
def test_every_message_says_what_to_do(code):
    message = WORDED[code]
    assert message.text.endswith((".", "}"))
    assert message.remedy.endswith(".")


REASONS = {
    "{{ ten | }}": "cần «một tên» nhưng lại gặp «}}»",
    "{{ }}": "thiếu tên hoặc giá trị trước «}}»",
    "{% lap x %}": "không có thẻ nào tên «lap»",
    "{% %}": "thiếu tên thẻ sau {%",
    "{{ a ? b }}": "ký tự «?» không dùng được trong thẻ",
    "{{ a b }}": "cần «}}» nhưng lại gặp «b»",
    "{{ 1 // 0 }}": "chia cho 0",
    "{{ ten + 1 }}": "các giá trị trong thẻ không cùng loại, hoặc hàm và bộ lọc nhận sai số giá trị",
    "{{ ['a']|sum }}": "chỉ cộng được các con số",
}


@pytest.mark.parametrize(("tag", "reason"), REASONS.items())
def test_reasons_are_told_in_vietnamese(tag, reason):
    assert dict(faults(p(tag))[0].facts)["ly_do"] == reason
