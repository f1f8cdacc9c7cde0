"""What a footnote hangs on, and what it breaks down."""

from __future__ import annotations

from pathlib import Path

import pytest
from breakdown_kit import only, reading, sums

from baocao.audit.grammar.reading import read
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.reading.read_text import read_text
from baocao.audit.statements import Reading
from small_docx import note, p, package, ref

REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")


def hanging(told: Reading) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Of each note the words it hangs on, the figure there, and the figures that explain the body."""
    passages = told.document.passages
    return {
        host.note: (
            passages[host.spot.passage].text[host.spot.start : host.spot.end],
            host.figure.text if host.figure else "",
            tuple(figure.text for figure in host.explains),
        )
        for host in told.hosts
    }


def test_the_notes_of_the_reference_report() -> None:
    assert hanging(read(read_text(REFERENCE.read_text(encoding="utf-8"), "a.txt"))) == {
        "1": ("Ủy ban nhân dân Huyện và Ủy ban nhân dân cấp xã", "", ("134/134",)),
        "2": ("69.639.646 đồng", "69.639.646 đồng", ("63/63",)),
        "3": ("đúng quy định", "", ()),
        "4": ("đạt 98,74%", "", ("3.252", "24.378", "3.190", "24.092")),
        "5": ("1.546 biên chế", "1.546", ("104", "1.442")),
        "6": ("11 công chức", "11", ("07", "02", "02")),
        "7": ("95 viên chức", "95", ("32", "39", "22", "02")),
        "8": ("12 cán bộ quản lý", "12", ("08", "01", "01", "02")),
        "9": ("15 cán bộ quản lý", "15", ()),
        "10": ("bồi dưỡng", "", ("29", "03", "01", "17", "17", "08", "11", "11")),
        "11": ("", "", ()),
    }


def test_a_note_behind_other_words_breaks_down_what_its_unit_fits() -> None:
    told = reading(
        "Trong năm đã cử 64 cán bộ, công chức đi học, kinh phí 412.500.000 đồng¹.",
        "¹ Cụ thể: Trung cấp lý luận chính trị 21 người; Quản lý nhà nước 30 người; Quốc phòng 13 người.",
    )
    assert sums(told) == [("64", ("21", "30", "13"))]
    assert hanging(told)["1"] == ("412.500.000 đồng", "412.500.000 đồng", ("21", "30", "13"))


def test_two_notes_of_two_levels_are_read_together_even_when_they_fail() -> None:
    told = reading(
        "Đã rà soát 205/205 thủ tục thuộc thẩm quyền của cấp huyện¹ và cấp xã².",
        "¹ Cấp Huyện: 140/140 thủ tục, chiếm 100%.",
        "² Cấp xã: 56/56 thủ tục, chiếm 100%.",
    )
    assert sums(told) == [("205/205", ("140/140", "56/56"))]
    assert only(told).whole


@pytest.mark.parametrize("last", ["13", "31"])
def test_a_list_of_a_note_without_an_opening_word_is_read_when_it_adds_up(last: str) -> None:
    told = reading(
        "Trong năm điều động 15 cán bộ quản lý¹.",
        f"¹ Trưởng phòng (02 người); Phó Trưởng phòng ({last} người).",
    )
    assert sums(told) == ([("15", ("02", "13"))] if last == "13" else [])


def test_a_note_of_several_paragraphs_is_one_list() -> None:
    body = p("Trong năm điều động 15 cán bộ quản lý", ref(1), ".")
    told = read(
        read_docx(
            package(
                body,
                notes=note(1, " Cụ thể:", "+ Cấp huyện: 07 người;", "+ Ngành giáo dục: 08 người."),
            ),
            "a.docx",
        )
    )
    assert sums(told) == [("15", ("07", "08"))]


def test_numbers_that_begin_again_are_those_of_the_next_notes() -> None:
    told = reading(
        "Tuyển dụng 13 công chức¹.",
        "¹ Gồm: thi tuyển 08 người; xét chuyển 05 người.",
        "Tuyển dụng 20 viên chức¹.",
        "¹ Gồm: mầm non 12 người; tiểu học 08 người.",
    )
    assert sums(told) == [("13", ("08", "05")), ("20", ("12", "08"))]
