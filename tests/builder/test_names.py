"""Names and references in noi-dung.md: what is built from them, what is told."""

import pytest

from baocao.builder import build_template
from baocao.errors import PackError
from references_kit import FMT, built
from small_docx import paragraphs, read_part


def told(text, *, whole=True):
    with pytest.raises(PackError) as fault:
        build_template(text, ("I.", "1."), FMT, whole=whole)
    return [(item.code, item.where.line, dict(item.facts).get("goi_y", "")) for item in fault.value.findings]


def test_a_name_becomes_a_bookmark_and_is_not_printed():
    data = built("# KẾT QUẢ {{ ky }} {#ket_qua}\n\nXem [@ket_qua|so].\n")
    assert paragraphs(data) == ["KẾT QUẢ {{ ky }}", "Xem [@ket_qua|so]."]
    assert '<w:bookmarkStart w:id="1" w:name="ket_qua"/>' in read_part(data)


def test_a_note_has_a_bookmark_only_when_somebody_refers_to_it():
    note = "\n\n[^g]: Ghi.\n"
    assert "bookmark" not in read_part(built("Câu[^g]." + note))
    assert read_part(built("Câu[^g], xem [@g]." + note)).count('w:name="g"') == 1


def test_names_that_word_refuses_and_names_given_twice():
    assert told("# A {#a b}\n") == [("noi-dung-ten-sai", 1, "")]
    assert told("# A {#1a}\n") == [("noi-dung-ten-sai", 1, "")]
    assert told("# A {#x}\n\n# B {#x}\n") == [("noi-dung-ten-trung", 3, "")]
    assert told("# A {#ab}\n\n# B {#AB}\n") == [("noi-dung-ten-trung", 3, "")]


def test_a_reference_to_nothing_names_the_nearest():
    text = "# A {#ket_qua}\n\nXem [@ket_qa].\n\n[^g]: Xem [@ket_qa].\n\nCâu[^g].\n"
    nearest = " Có phải «ket_qua» không?"
    assert told(text) == [("noi-dung-tham-chieu-la", line, nearest) for line in (3, 5)]


def test_other_files_may_have_the_name():
    for text in (
        '{% extends "x" %}\n\n{% block a %}\nXem [@y].\n{% endblock %}\n',
        '{% include "m" %}\n\n[@y].\n',
    ):
        assert "[@y]." in "".join(paragraphs(built(text)))
    assert paragraphs(build_template("Xem [@y].\n", ("I.",), FMT, whole=False)) == ["Xem [@y]."]


def test_a_comment_at_the_end_of_a_line_is_no_name():
    assert paragraphs(built("# A {# ghi #}\n\nchữ {# nhiều\ndòng #} sau\n"))[0] == "A {# ghi #}"
