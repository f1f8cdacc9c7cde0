"""Every message about the data: the smallest file that triggers it, and the place it names."""

from __future__ import annotations

import re

import cases_of_numbers
import cases_of_profile
import cases_of_record
import pytest
from case_kit import figures
from model_kit import judge

from baocao.errors import Finding, Severity
from baocao.messages import documents, numbers, profile, record

CASES = [*cases_of_record.CASES, *cases_of_numbers.CASES, *cases_of_profile.CASES]


def test_a_note_that_a_text_defines_twice() -> None:
    _, found = judge(figures('  ton_tai: {noi_dung: "Chữ[^a].\\n\\n[^a]: b\\n\\n[^a]: c"}'))
    item = _only(found, "khoa-trung")
    assert (item.where.line, item.where.key) == (4, "ton_tai.noi_dung")
    assert "[^a]" in item.text


def _only(found: tuple[Finding, ...], code: str) -> Finding:
    matching = [item for item in found if item.code == code]
    assert len(matching) == 1, [(item.code, str(item.where)) for item in found]
    return matching[0]


@pytest.mark.parametrize(("code", "data", "line", "key", "label", "words"), CASES)
def test_each_fault_is_found_at_its_place(
    code: str, data: str, line: int, key: str, label: str, words: str
) -> None:
    record, found = judge(data)
    item = _only(found, code)
    assert (item.where.file, item.where.line, item.where.key) == ("so-lieu.yaml", line, key)
    assert not label or item.where.label == label
    assert words in f"{item.text} {item.remedy}"
    assert (record is None) == any(other.level is Severity.ERROR for other in found)


def test_every_code_has_a_case() -> None:
    second_file = {"nam-truoc-sai-nam", "nam-truoc-sai-goi"}  # test_previous_year.py
    in_cells = {"ty-le-la-mot", "so-thua-don-vi"}  # test_rates_of_one.py, test_reading_strange.py
    in_forms = {"hang-hai-tong"}  # test_form_missed_cells.py
    of_rows = {"bac-trung", "bac-thieu-dong-tren"}  # test_outline_rows.py
    empty = {"so-lieu-trong"}  # test_empty_data.py
    of_units = {"noi-nhan-chung"}  # test_usual_recipients.py
    elsewhere = second_file | in_cells | in_forms | of_rows | empty | of_units
    assert {code for code, *_ in CASES} | elsewhere == {
        *record.MESSAGES,
        *documents.MESSAGES,
        *numbers.MESSAGES,
        *profile.MESSAGES,
    }


def test_one_run_finds_all_faults_in_the_order_of_the_file() -> None:
    data = """van_ban: {so: x, ngay: y}
ky: {nam: z}
so_lieu:
  tthc: {tiep_nhan: -1, ty_le: 101}
  la: 1
chu_thich: {a: b}
"""
    _, found = judge(data)
    expected = [
        ("so-van-ban-sai", 1),
        ("ngay-khong-doc-duoc", 1),
        ("so-nguyen-sai", 2),
        ("so-am", 4),
        ("ty-le-vuot-100", 4),
        ("khoa-la", 5),
        ("chu-thich-thua", 6),
    ]
    assert sorted((item.code, item.where.line) for item in found) == sorted(expected)
    assert [item.where.line for item in found] == [line for _, line in expected]


def test_holes_of_every_sentence_are_filled() -> None:
    for _, data, *_ in CASES:
        for item in judge(data)[1]:
            assert not re.search(
                r"\{\w+\}", item.text + item.remedy.replace("{loai:", "").replace("{gia_tri:", "")
            )
