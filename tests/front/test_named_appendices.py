"""Appendices of the free pack that have a name: references to them, wrong names, places of headings."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from test_pack_chung import body_of, made, told

from baocao.errors import PackError
from baocao.report import Report
from docx_reading import read_docx

LIST = "# Phụ lục: Danh sách điểm {#ds}\n\n| TT | Tên |\n|---|---|\n| 1 | a |\n"
OTHER = "# Phụ lục 1. Biểu số {#bieu}\n\n# Đề mục {#de}\n\nXem [@ds], [@bieu], [@de].\n\n"


def printed(body: str) -> list[str]:
    report = made(body)
    assert not report.findings
    assert report.data is not None
    return [line.replace("\u00a0", " ") for line in read_docx(report.data).paragraphs]


def test_the_only_appendix_is_cited_without_a_number_and_its_name_is_not_printed() -> None:
    lines = printed(f"Xem [@ds].\n\nHết./.\n\n{LIST}")
    assert "Xem Phụ lục." in lines
    begin = lines.index("Phụ lục")
    assert lines[begin + 1] == "DANH SÁCH ĐIỂM"
    assert lines[begin + 3 :] == ["TT", "Tên", "1", "a"]


def test_numbers_follow_the_appendices_that_are_there() -> None:
    body = "# Một\n\nXem [@ds] (số [@ds|so]), [@bieu], [@de].[^a]\n\nHết./.\n\n"
    lines = printed(f"{body}{OTHER}{LIST}\n[^a]: Kèm [@ds].\n")
    assert any(line.startswith("Xem Phụ lục II (số II), Phụ lục I, Phần I Phụ lục I.") for line in lines), (
        lines
    )
    begin = lines.index("Phụ lục I")
    assert lines[begin + 1] == "BIỂU SỐ"
    assert lines[begin + 3 : begin + 5] == ["I. Đề mục", "Xem Phụ lục II, Phụ lục I, Phần I."]
    assert lines[lines.index("Phụ lục II") + 1] == "DANH SÁCH ĐIỂM"


def test_a_note_cites_an_appendix_too() -> None:
    report = made(f"Một[^a].\n\nHết./.\n\n{LIST}\n[^a]: Kèm [@ds].\n")
    assert report.data is not None, report.findings
    ((note,),) = read_docx(report.data).notes
    assert note.replace("\u00a0", " ") == "Kèm Phụ lục."


def test_word_repeats_the_words_of_the_appendix_itself() -> None:
    report = made(f"Xem [@ds].\n\nHết./.\n\n{OTHER}{LIST}")
    assert report.data is not None, report.findings
    text = zipfile.ZipFile(io.BytesIO(report.data)).read("word/document.xml").decode()
    field = re.search(r" REF (\w+) .h .\* MERGEFORMAT ", text)
    assert field is not None
    start = text.index(f'w:name="{field[1]}"')
    assert re.sub(r"<[^>]+>", "", text[start : text.index("<w:bookmarkEnd", start)]).endswith(
        "Phụ lục\u00a0 SEQ Phụ_lục \\* ROMAN II"
    )


def test_a_named_text_of_a_data_file_names_its_appendix() -> None:
    figures = 'so_lieu:\n  phu_luc:\n    - {ten: A, noi_dung: "# {#a}\\n\\nChữ"}\n'
    report = made("Xem [@a].", figures)
    assert body_of(report)[0].replace("\u00a0", " ") == "Xem Phụ lục."


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("Xem [@dss].\n\nHết./.\n\n" + LIST, "tham-chieu-hut-chu", 5),
        ("Hết./.\n\n# Phụ lục: Tên {#a b}\n\nChữ\n", "ten-muc-sai", 7),
        ("# Một {#ds}\n\nHết./.\n\n" + LIST, "ten-muc-trung", 9),
        ("Hết./.\n\n" + LIST + LIST.replace("#ds", "#DS"), "ten-muc-trung", 12),
        ("Hết./.\n\n# Phụ lục {#ds}\n\nChữ\n", "thieu-bat-buoc", 7),
        ("Hết./.\n\n# Phụ lục: Tên {#ds}\n", "thieu-bat-buoc", 7),
        ("# {#x}\n\nHết./.\n", "bai-de-muc-khong-chu", 5),
        ("# Một\n\n## {#x}\n\nHết./.\n", "bai-de-muc-khong-chu", 7),
        ("Hết./.\n\n# Phụ lục: Tên {#ds}\n\n## {#x}\n\nChữ\n", "bai-de-muc-khong-chu", 9),
    ],
)
def test_a_wrong_name_is_told_at_its_line(body: str, code: str, line: int) -> None:
    assert told(made(body)) == [(code, line)]


def test_the_only_appendix_has_no_number_to_print() -> None:
    with pytest.raises(PackError) as caught:
        made(f"Số [@ds|so].\n\nHết./.\n\n{LIST}")
    assert [(item.code, item.where.line) for item in caught.value.findings] == [("tham-chieu-khong-so", 5)]


def test_the_name_of_a_figure_is_not_the_name_of_an_appendix() -> None:
    report: Report = made(f"Xem [@ds] và {{ds}}.\n\nHết./.\n\n{LIST}", "so: {ds: 12 vụ}\n")
    assert body_of(report)[0].replace("\u00a0", " ") == "Xem Phụ lục và 12 vụ."
