"""The free pack `chung`: a whole report out of one Markdown file, paragraph by paragraph and cell by cell."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from baocao.cli import run
from baocao.intake.reader import read, read_typed
from baocao.produce import produce
from baocao.report import Report
from docx_reading import read_docx

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "chung"
DATA = SAMPLE / "so-lieu" / "2026-phong-chay.md"
UNIT = SAMPLE / "don-vi.yaml"
HEAD = "---\nky: {loai: nam, nam: 2026}\nvan_ban: {so: 12, ngay: 10/12/2026, trich_yeu: Kết quả}\n"


def made(body: str, figures: str = "") -> Report:
    text = f"{HEAD}{figures}---\n{body}"
    return produce(read_typed(text, "bai.md", folder=SAMPLE, unit_path=UNIT))


def told(report: Report) -> list[tuple[str, int | None]]:
    return [(item.code, item.where.line) for item in report.findings]


def body_of(report: Report) -> list[str]:
    """The paragraphs between "Kính gửi" and the block of the signature."""
    assert report.data is not None, report.findings
    lines = [item.text for item in Document(io.BytesIO(report.data)).paragraphs]
    return lines[lines.index("- Công an tỉnh.") + 1 : -2]


def test_the_sample_is_printed_as_written_with_its_figures() -> None:
    report = produce(read(DATA))
    assert not report.findings
    assert report.data is not None
    text = "\n".join(read_docx(report.data).paragraphs)
    for sentence in (
        "Trên địa bàn có 186 cơ sở thuộc diện quản lý về phòng cháy, chữa cháy, trong đó UBND xã quản lý 142 "
        "cơ sở, cơ quan Công an quản lý 44 cơ sở.",
        "Kết quả theo từng nhóm cơ sở tại Bảng 1.",
        "24 tổ với 612 hộ tham gia, tăng 09 tổ so với năm 2025.",
        "09 điểm (danh sách tại Phụ lục kèm theo), tăng 03 điểm so với năm 2025.",
        "Trên địa bàn xảy ra 03 vụ cháy, giảm 02 vụ so với năm 2025; không có người chết, bị thương; thiệt "
        "hại về tài sản ước 185 triệu đồng, giảm 42,19%.",
        "1. Kiểm tra đủ 100% cơ sở do xã quản lý; phúc tra các cơ sở còn tồn tại trước ngày 31/3/2027.",
        "DANH SÁCH ĐIỂM CHỮA CHÁY CÔNG CỘNG",
    ):
        assert sentence in text, sentence
    assert "{" not in text


def test_the_tables_of_the_sample_have_their_merged_heads_and_figures() -> None:
    report = produce(read(DATA))
    assert report.data is not None
    _, first, second, *_ = Document(io.BytesIO(report.data)).tables
    rows = [[cell.text for cell in row.cells] for row in first.rows]
    assert rows[0] == ["TT", "Nhóm cơ sở", "Số cơ sở", "Số cơ sở", "Tồn tại", "Tồn tại"]
    assert rows[1] == ["TT", "Nhóm cơ sở", "Tổng số", "Đã kiểm tra", "Phát hiện", "Đã khắc phục"]
    assert rows[-1] == ["", "Tổng cộng", "142", "128", "57", "49"]
    assert [[cell.text for cell in row.cells] for row in second.rows] == [
        ["Nội dung", "Năm 2025", "Năm 2026", "So sánh"],
        ["Số vụ cháy (vụ)", "05", "03", "giảm 02"],
        ["Thiệt hại về tài sản", "320 triệu đồng", "185 triệu đồng", "giảm 42,19%"],
        ["Số vụ cứu nạn, cứu hộ (vụ)", "02", "02", "không thay đổi"],
    ]


def test_notes_are_those_of_the_file_wherever_they_are_defined() -> None:
    report = produce(read(DATA))
    assert report.data is not None
    (first,), (second,) = read_docx(report.data).notes
    assert first.startswith("Công văn số 52/UBND-CA")
    assert second.startswith("Trong đó: 04 trường hợp")


@pytest.mark.parametrize(
    ("typed", "name", "printed"),
    [
        ("1.250 hồ sơ", "x", "1.250 hồ sơ"),
        ("1.250 hồ sơ", "x.so", "1.250"),
        ("5 vụ", "x", "05 vụ"),
        ("trên 500 lượt người", "x", "trên 500 lượt người"),
        ("98,5%", "x", "98,5%"),
        ("8,3 tỷ đồng", "x", "8,3 tỷ đồng"),
        ("12,5 ha", "x", "12,5 ha"),
        ("85,5 điểm", "x", "85,5 điểm"),
        ("24/24 xã", "x", "24/24 xã"),
        ("không phát sinh", "x", "không phát sinh"),
        ("{gia_tri: 12 vụ, nam_truoc: 15 vụ}", "x.huong", "giảm"),
        ("{gia_tri: 12 vụ, nam_truoc: 15 vụ}", "x.chenh_lech", "03 vụ"),
        ("{gia_tri: 12 vụ, nam_truoc: 15 vụ}", "x.chenh_lech.so", "03"),
        ("{gia_tri: 12 vụ, nam_truoc: 15 vụ}", "x.truoc", "15 vụ"),
        ("{gia_tri: 12 vụ, nam_truoc: 15 vụ}", "x.ty_le_chenh_lech", "20%"),
        ("{gia_tri: '1,25 tỷ đồng', nam_truoc: 980 triệu đồng}", "x.chenh_lech", "270 triệu đồng"),
        ("{gia_tri: '1,25 tỷ đồng', nam_truoc: 980 triệu đồng}", "x.chenh_lech.so", "270 triệu đồng"),
        ("{gia_tri: 1.500 triệu đồng, nam_truoc: 300 triệu đồng}", "x.chenh_lech", "1.200 triệu đồng"),
        ("{gia_tri: '5,2345 tỷ đồng', nam_truoc: 4 tỷ đồng}", "x.chenh_lech", "1,2345 tỷ đồng"),
        ("{gia_tri: '2,5 tỷ đồng', nam_truoc: 1.234.567.890 đồng}", "x.chenh_lech", "1.265.432.110 đồng"),
        ("{gia_tri: 1.250.000.000 đồng, nam_truoc: 980 triệu đồng}", "x.chenh_lech", "270.000.000 đồng"),
        ("{gia_tri: '42,5 triệu đồng', nam_truoc: 42 triệu đồng}", "x.chenh_lech", "500.000 đồng"),
        ("{gia_tri: 36 nghìn đồng, nam_truoc: 30 nghìn đồng}", "x.chenh_lech", "6 nghìn đồng"),
        ("{gia_tri: '1,25 nghìn tỷ đồng', nam_truoc: '1,2 nghìn tỷ đồng'}", "x.chenh_lech", "50 tỷ đồng"),
        ("{gia_tri: khoảng 2 tỷ đồng, nam_truoc: '1,5 tỷ đồng'}", "x.chenh_lech", "khoảng 500 triệu đồng"),
        ("{gia_tri: 2 tỷ đồng, nam_truoc: 2 tỷ đồng}", "x.chenh_lech", "0 đồng"),
        ("{gia_tri: không phát sinh, nam_truoc: '1,5 tỷ đồng'}", "x", "không phát sinh"),
        ("{gia_tri: không phát sinh, nam_truoc: '1,5 tỷ đồng'}", "x.chenh_lech", "1,5 tỷ đồng"),
        ("{gia_tri: 0, nam_truoc: 300 triệu đồng}", "x.chenh_lech", "300 triệu đồng"),
        ("{gia_tri: 0, nam_truoc: 12 vụ}", "x.chenh_lech", "12 vụ"),
        ("1.005 người", "x.bang_chu", "một nghìn không trăm linh năm"),
        ("{cong_bo: 120%}", "x", "120%"),
    ],
)
def test_a_figure_is_printed_in_official_form(typed: str, name: str, printed: str) -> None:
    report = made(f"Có {{{name}}}.", f"so:\n  x: {typed}\n")
    assert body_of(report) == [f"Có {printed}."]
    assert not report.findings


def test_sums_and_rates_are_reckoned() -> None:
    figures = "so:\n  a: 30 hộ\n  b: 50 hộ\n  c: 100 hộ\n  tong: a + b\n  ty_le: (a + b) / c\n  mot: a / c\n"
    report = made("{tong}, {ty_le}, {mot}, {b.so}.", figures)
    assert body_of(report) == ["80 hộ, 80%, 30%, 50."]
    assert not report.findings


@pytest.mark.parametrize(
    ("figures", "body", "code", "line"),
    [
        ("so: {x: 12 vụ}\n", "Một\n\nHai {y}", "so-trong-bai-la", 8),
        ("so: {x: 12 vụ}\n", "Hai {x.abc}", "so-trong-bai-la", 6),
        ("so: {x: 12 vụ}\n", "Không dùng", "da-nhap-khong-in", 4),
        ("so: {x: mười hai}\n", "{x}", "so-khong-doc-duoc", 4),
        ("so: {X y: 12}\n", "a", "so-ten-sai", 4),
        ("so: {x: 12 vụ, y: x - x}\n", "{x} {y}", "so-phep-tinh-la", 4),
        ("so: {x: 12 vụ, y: x + z}\n", "{x} {y}", "so-ten-la", 4),
        ('so: {x: 12 vụ, r: "5%", y: x + r}\n', "{x} {y} {r}", "so-phep-tinh-lech", 4),
        ('so: {x: 12, y: 24, z: {cong_bo: "51%", tinh: x / y}}\n', "{x} {y} {z}", "ty-le-lech", 4),
        ("so: {x: 12, y: 24, z: {cong_bo: 35, tinh: x + y}}\n", "{x} {y} {z}", "tong-lech", 4),
        ("so: 12\n", "a", "phai-la-bang", 4),
        ("so: {x: {gia_tri: 1, nam: 2}}\n", "{x}", "muc-la", 4),
        ("", "##### Sâu quá", "bai-de-muc-sau", 5),
        ("", "| a | b |\n\nb", "bai-bang-thieu-dong-ke", 5),
        ("", "| a | b |\n|---|---|\n| c |", "bai-bang-sai-so-o", 7),
        ("", "| << | b |\n|---|---|\n| c | d |", "bai-bang-khong-o-trai", 5),
        ("", "| a | ^^ |\n|---|---|\n| c | d |", "bai-bang-khong-o-tren", 5),
        ("", "| a | << | c |\n| ^^ | d | e |\n|---|---|---|\n| 1 | 2 | 3 |", "bai-bang-lech-o", 6),
        ("", "# Một\n\nCẦN ĐIỀN.", "bai-con-cho-dien", 7),
        ("", "@phu_luc {ten: a}", "bai-lenh-la", 5),
        ("", "@bang {tieu: a}\n| a |\n|---|\n| b |", "muc-la", 5),
        ("", "@bang {ten: 1a}\n| a |\n|---|\n| b |", "ten-muc-sai", 5),
        ("", "@bang {ngang: có}\n| a |\n|---|\n| b |", "muc-la", 5),
        ("", "@bang {co_chu: 21}\n| a |\n|---|\n| b |", "so-nguyen-sai", 5),
        ("", "Một\n\n# Kết quả {#ket qua}", "ten-muc-sai", 7),
        ("", "# Kết quả {#1}", "ten-muc-sai", 5),
        ("", "a\n\n| b |\n|---|\n| c[^x] |", "chu-thich-thieu", 9),
        ("", "a\n\n[^x]: b", "chu-thich-thua", 7),
        ("", "a[^x]\n\n[^x]: b\n[^x]: c", "khoa-trung", 8),
    ],
)
def test_what_is_wrong_is_told_with_its_line(figures: str, body: str, code: str, line: int) -> None:
    assert (code, line) in told(made(body, figures))


def test_a_file_without_its_marks_is_told(tmp_path: Path) -> None:
    for text, code in (("# Bài", "bai-thieu-dau"), ("---\nky: 2026\n# Bài", "bai-thieu-dong-dong")):
        file = tmp_path / "2026.md"
        file.write_text(text, encoding="utf-8")
        assert [item.code for item in produce(file).findings] == [code]


def test_the_same_whatever_the_byte_order_mark_line_ends_and_way_of_marks(tmp_path: Path) -> None:
    import unicodedata

    text = DATA.read_text(encoding="utf-8")
    plain = produce(read(DATA)).data
    for number, data in enumerate(
        (
            ("\ufeff" + text).encode(),
            text.replace("\n", "\r\n").encode(),
            unicodedata.normalize("NFD", text).encode(),
            text.encode("utf-16"),
        )
    ):
        file = tmp_path / f"2026-{number}.md"
        file.write_bytes(data)
        assert produce(read(file, unit_path=UNIT)).data == plain


def test_an_old_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "2026.md"
    file.write_bytes(b"---\nky: 2026\n---\n" + b"C\xf0ng t\xe1c ph\xf2ng ch\xe1y, ch\xeea ch\xe1y")
    assert [item.code for item in produce(file).findings] == ["tep-sai-ma"]


def test_blocks_and_marks_come_out_as_in_templates() -> None:
    body = "# Một {#phan_mot}\n## Hai\n1. a\n2. b\nc\n- d\n+ đ\n\n"
    body += "Xem [@phan_mot]; \\{x}, {{ x }}, {% if %}, a < b & c."
    assert [line.replace("\u00a0", " ") for line in body_of(made(body))] == [
        "Một",
        "Hai",
        "1. a",
        "2. b c",
        "d",
        "đ",
        "Xem Phần I; {x}, {{ x }}, {% if %}, a < b & c.",
    ]


def test_a_table_says_of_itself_what_one_of_a_template_may() -> None:
    body = (
        '@bang {tieu_de: "Số *vụ* năm {n}", bieu: Biểu số 1, dvt: vụ, co_chu: 7, so_cot: có, lap_dau: không}'
    )
    report = made(f"{body}\n| Tên | Số |\n|---|---|\n| a | 1 |\n\nHết.", "so: {n: 12}\n")
    assert not report.findings
    assert "Biểu số 1; đơn vị tính: vụ" in body_of(report)
    assert report.data is not None
    text = zipfile.ZipFile(io.BytesIO(report.data)).read("word/document.xml").decode()
    table = text[text.index("Biểu số 1") :]
    table = table[: table.index("</w:tbl>")]
    assert '<w:tblDescription w:val="Số vụ năm 12"/>' in table
    assert "<w:tblHeader/>" not in table
    assert '<w:sz w:val="14"/>' in table
    described = made("@bang {tieu_de: Số, mo_ta: Số vụ cháy}\n| Tên |\n|---|\n| a |")
    assert described.data is not None
    assert b'w:val="S\xe1\xbb\x91 v\xe1\xbb\xa5 ch' in zipfile.ZipFile(io.BytesIO(described.data)).read(
        "word/document.xml"
    )


def test_who_only_makes_reports_loads_nothing_of_the_authors_side_and_of_the_network() -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from baocao.intake.reader import read; from baocao.produce import produce\n"
        "assert produce(read(Path(sys.argv[1]))).data\n"
        "print([name for name in sys.modules if name.startswith(('baocao.builder', 'http', 'ssl'))])"
    )
    done = subprocess.run([sys.executable, "-c", code, str(DATA)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


LETTERS = st.characters(
    blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), blacklist_characters="\\*~[]^{}#|@+-&"
)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        WORDS.filter(lambda text: not re.match(r"(?:\d{1,2}|[a-zđ])[.)] ", text)), min_size=1, max_size=5
    )
)
@example(["{{ 7*7 }}", "{% for x in y %}", "{# a #}", "<w:p/>", "]]>", "«{{ x }}»", "a_b"])
def test_any_words_come_out_as_those_very_characters(paragraphs: list[str]) -> None:
    import unicodedata

    report = made("\n\n".join(paragraphs))
    if report.data is None:  # what no Word file can hold is told
        assert {item.code for item in report.findings} <= {
            "ky-tu-dieu-khien",
            "ma-cu",
            "tep-rong",
            "thieu-bat-buoc",
        }
        return
    wanted = [unicodedata.normalize("NFC", text) for text in paragraphs]
    assert [line.replace("\u00a0", " ") for line in body_of(report)] == wanted


@settings(max_examples=150, deadline=None)
@given(
    st.text(st.sampled_from("-\n #|:{}[]^@abso\\*\t\"'&!%0.,+/"), max_size=80),
    st.text(st.sampled_from("-\n #|:{}[]^@ab\\*\t<>~+"), max_size=80),
)
def test_whatever_is_typed_becomes_a_report_or_findings(front: str, body: str) -> None:
    report = produce(
        read_typed(f"---\nky: 2026\n{front}\n---\n{body}", "bai.md", folder=SAMPLE, unit_path=UNIT)
    )
    assert report.data is not None or report.findings


def folder_of(tmp_path: Path) -> Path:
    (tmp_path / "so-lieu").mkdir()
    (tmp_path / "don-vi.yaml").write_text(UNIT.read_text(encoding="utf-8"), encoding="utf-8")
    data = tmp_path / "so-lieu" / "2026-phong-chay.md"
    data.write_text(DATA.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "so-lieu" / "ghi-chu-2027.md").write_text("# Ghi chú\n", encoding="utf-8")
    return data


def test_it_is_the_data_of_a_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["soat"]) == 0
    assert run(["tao", "-o", "bao-cao.docx"]) == 0
    assert (tmp_path / "bao-cao.docx").read_bytes() == produce(read(DATA)).data


def test_many_of_them_are_made_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = folder_of(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert run(["hang-loat", str(data.parent), "-o", str(tmp_path / "ra")]) == 0
    assert len(list((tmp_path / "ra").rglob("*.docx"))) == 1


def test_a_text_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "bai.md").write_text("\n# Một\n\nHai {x}, {y}\n", encoding="utf-8")
    data = tmp_path / "2026.yaml"
    head = f"goi: chung\n{HEAD.removeprefix('---')}so: {{x: 5 vụ}}\n".replace("\n\n", "\n")
    data.write_text(head + "so_lieu:\n  noi_dung: {tep: bai.md}\n", encoding="utf-8")
    report = produce(read(data, unit_path=UNIT))
    (found,) = report.findings
    assert (found.code, Path(found.where.file).name, found.where.line) == ("so-trong-bai-la", "bai.md", 4)
    (tmp_path / "bai.md").write_text("# Một\n\nHai {x}\n", encoding="utf-8")
    report = produce(read(data, unit_path=UNIT))
    assert body_of(report) == ["Một", "Hai 05 vụ"]
    assert tmp_path / "bai.md" in report.inputs


def test_a_named_text_that_is_not_there_is_told(tmp_path: Path) -> None:
    data = tmp_path / "2026.yaml"
    data.write_text("goi: chung\nky: 2026\nso_lieu:\n  noi_dung: {tep: bia.md}\n", encoding="utf-8")
    assert ("tep-khong-co", 4) in told(produce(read(data, unit_path=UNIT)))


def test_a_new_working_folder_starts_with_a_text_to_fill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["khoi-tao", str(tmp_path / "xã"), "--ten", "Ủy ban nhân dân xã Minh Họa"]
    assert run([*words, "--nam", "2026", "--mau", "chung"]) == 0
    folder = tmp_path / "xã"
    (folder / "don-vi.yaml").write_text(UNIT.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.chdir(folder)
    assert run(["tao"]) == 0
    assert capsys.readouterr().err.count("Chỗ này còn ghi CẦN ĐIỀN") == 5
    assert [item.name for item in (folder / "so-lieu").iterdir()] == ["2026-chung.md"]
