"""`@doan name`: a passage that several packs share stands in the place of its name."""

import pytest

from baocao.builder import build_template
from baocao.errors import PackError
from references_kit import FMT
from small_docx import paragraphs

PASSAGES = {"mo-dau": "{% if x %}Thực hiện {{ x }}, {% endif %}\n", "hai": "- Một;\n- Hai.\n"}


def built(source: str) -> list[str]:
    return paragraphs(build_template(source, ("I.", "1."), FMT, passages=PASSAGES))


def test_words_behind_the_name_go_on_where_the_passage_ends() -> None:
    assert built("@doan mo-dau Ủy ban\nbáo cáo.\n") == [
        "{% if x %}Thực hiện {{ x }}, {% endif %}Ủy ban báo cáo."
    ]


def test_a_passage_may_have_several_paragraphs() -> None:
    assert built("Gồm:\n@doan hai\nHết.\n")[:3] == ["Gồm:", "Một;", "Hai. Hết."]


def test_an_unknown_passage_is_told_with_those_there_are() -> None:
    with pytest.raises(PackError) as told:
        built("Một.\n\n@doan mo-dua\n")
    (fault,) = told.value.findings
    assert (fault.code, fault.where.line) == ("noi-dung-doan-khong-co", 3)
    assert fault.text == "Không có đoạn dùng chung tên «mo-dua» (có: hai, mo-dau)."
