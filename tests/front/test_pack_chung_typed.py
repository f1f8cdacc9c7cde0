"""What a clerk types wrongly in a report of one text file: told at its line, in words of that file."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_pack_chung import HEAD, SAMPLE, UNIT, body_of, made, told

from baocao.cli import run
from baocao.errors import Finding, Severity
from baocao.intake.reader import read_typed
from baocao.produce import produce
from baocao.report import Report

HEADS = "so:\n  hoc_sinh: 25 em\n  vu: {gia_tri: 04 vụ, nam_truoc: 07 vụ}\n"


def of(body: str, figures: str = HEADS) -> Report:
    return made(f"{body}\n\nCó {{hoc_sinh}}, {{vu}}.\n", figures)


def only(report: Report) -> Finding:
    (found,) = report.findings
    return found


@pytest.mark.parametrize(
    ("body", "code", "severity"),
    [
        ("##Tuyên truyền", "bai-de-muc-hong", Severity.WARNING),
        ("##", "bai-de-muc-hong", Severity.WARNING),
        ("####### Tuyên truyền", "bai-de-muc-hong", Severity.WARNING),
        ("- **Duy trì 12 tổ", "bai-dau-le", Severity.WARNING),
        ("Duy trì** 12 tổ", "bai-dau-le", Severity.WARNING),
        ("Xã *duy trì 12 tổ", "bai-dau-le", Severity.WARNING),
        ("| a |\n|---|\n| **b |", "bai-dau-le", Severity.WARNING),
        ("@phuluc abc", "bai-lenh-la", Severity.WARNING),
        ("@bieu_do", "bai-lenh-la", Severity.WARNING),
        ("@bang {tieu_de: a}\n\nHết bảng", "bai-lenh-la", Severity.WARNING),
        ("Cho {{hoc_sinh}} một", "bai-ngoac-kep", Severity.ERROR),
        ("Cho {{ 7*7 }} một", "bai-ngoac-kep", Severity.WARNING),
        ("{% if hoc_sinh %}", "bai-ngoac-kep", Severity.WARNING),
        ("Cho {hoc_sinh. Có {vu}", "bai-ngoac-thieu", Severity.ERROR),
        ("Cho {vu.huong", "bai-ngoac-thieu", Severity.ERROR),
        ("Cho hoc_sinh} một", "bai-ngoac-thieu", Severity.ERROR),
        ("Chú[^a]\n\n[^a]: Cho {hoc_sinh", "bai-ngoac-thieu", Severity.ERROR),
        ("Chú[^a]\n\n[^a]: Cho {hoc_snh}", "so-trong-bai-la", Severity.ERROR),
    ],
)
def test_marks_that_would_be_printed_as_typed_are_told(body: str, code: str, severity: Severity) -> None:
    found = only(of(body))
    marked = 2 if body.startswith("|") or "[^a]:" in body else 0
    assert (found.code, found.level, found.where.line) == (code, severity, 8 + marked)


@pytest.mark.parametrize(
    "body",
    [
        "\\#5 là mã",
        "*Ghi chú: số liệu đến ngày 15/12.",
        "Bảng 1* và 2 * 3, 5*6, (*)",
        "**đậm** và *nghiêng*, ***cả hai***",
        "\\@phuluc abc",
        "Thư điện tử a@b.vn",
        "Tập {1; 2} và \\{hoc_sinh",
        "\\*\\* hai dấu sao",
        "# Một {#phan}\n\nXem [@phan]",
    ],
)
def test_what_is_meant_as_text_is_not_told(body: str) -> None:
    assert not of(body).findings


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("# I. KẾT QUẢ", "KẾT QUẢ"),
        ("# Phần I. KẾT QUẢ", "KẾT QUẢ"),
        ("# II/ KẾT QUẢ", "KẾT QUẢ"),
        ("# I - KẾT QUẢ", "KẾT QUẢ"),
        ("## 1. Tuyên truyền", "Tuyên truyền"),
        ("## 1.2 Tuyên truyền", "Tuyên truyền"),
        ("### 1.1. Hội nghị", "Hội nghị"),
        ("#### a) Cấp xã", "a) Cấp xã"),
        ("## **1. Tuyên truyền**", "Tuyên truyền"),
    ],
)
def test_a_number_typed_in_front_of_a_heading_is_left_out(typed: str, printed: str) -> None:
    report = of(typed)
    assert told(report) == [("bai-de-muc-co-so", 8)]
    assert body_of(report)[0] == printed


def test_numbers_typed_in_front_of_headings_are_told_once() -> None:
    report = of("# I. KẾT QUẢ\n\n## 1. Tuyên truyền\n\n## 2. Tai nạn\n\n# II. NHIỆM VỤ")
    found = only(report)
    assert found.text == (
        "Đề mục đã gõ sẵn số: «I. KẾT QUẢ», «1. Tuyên truyền», «2. Tai nạn» và 1 đề mục khác. Máy tự đánh "
        "số đề mục, nên đã bỏ các số ấy."
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("## \\1. Tuyên truyền", "1. Tuyên truyền"),
        ("## 24/24 thôn", "24/24 thôn"),
        ("## 1.250 hộ", "1.250 hộ"),
        ("## 06 tháng đầu năm", "06 tháng đầu năm"),
        ("## Mục tiêu", "Mục tiêu"),
    ],
)
def test_a_heading_keeps_numbers_that_are_its_own(typed: str, printed: str) -> None:
    report = of(typed)
    assert not report.findings
    assert body_of(report)[0] == printed


CLOSING = "Trên đây là kết quả của xã./."


def test_an_appendix_that_swallows_the_rest_of_the_report_is_told() -> None:
    body = (
        f"# KẾT QUẢ\n\nCó {{hoc_sinh}}, {{vu}}.\n\n# Phụ lục: Danh sách\n\nMột.\n\n# NHIỆM VỤ\n\n{CLOSING}\n"
    )
    report = made(body, HEADS)
    found = only(report)
    assert (found.code, found.where.line, found.level) == ("bai-phu-luc-giua", 12, Severity.ERROR)
    assert found.text == (
        "Phụ lục này không ở cuối tệp: bên dưới còn «# NHIỆM VỤ» (dòng 16) của bài, nên phần ấy sẽ in vào "
        "phụ lục, sau chữ ký."
    )
    assert found.remedy.startswith("Chuyển dòng này và nội dung của phụ lục xuống cuối tệp")


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("\n\n# NHIỆM VỤ\n\nHết.", [("bai-phu-luc-giua", 10)]),
        (f"\n\n{CLOSING}", [("bai-phu-luc-giua", 10)]),
        (f"\n\n# Phụ lục: Hai\n\nB.\n\n{CLOSING}", [("bai-phu-luc-giua", 14)]),
        ("", []),
    ],
)
def test_the_appendix_in_front_of_what_it_swallows_is_named(
    rest: str, expected: list[tuple[str, int]]
) -> None:
    report = made(f"Có {{hoc_sinh}}, {{vu}}.\n\n# Phụ lục: Một\n\nA.{rest}\n", HEADS)
    assert told(report) == expected


def test_an_appendix_behind_the_closing_words_may_have_parts() -> None:
    body = f"Có {{hoc_sinh}}, {{vu}}.\n\n{CLOSING}\n\n# Phụ lục: Kế hoạch\n\n# Một\n\nA.\n\n# Hai\n\nB."
    assert not made(body, HEADS).findings


def test_an_appendix_that_begins_with_a_heading_has_parts_of_its_own() -> None:
    """Without closing words nobody can know where the report ends; with them below it, it is told."""
    body = "Có {hoc_sinh}, {vu}.\n\n# Phụ lục: A\n\n# Một\n\nA.\n\n# Hai\n\nB.\n\n# Phụ lục: B\n\n# Ba\n\nC."
    assert told(made(body, HEADS)) == []
    assert told(made(f"{body}\n\n{CLOSING}", HEADS)) == [("bai-phu-luc-giua", 10)]


def test_a_faulty_table_below_its_options_is_told_once() -> None:
    report = of("@bang {tieu_de: a}\n| a | b |\n|---|---|\n| c |")
    assert told(report) == [("bai-bang-sai-so-o", 11)]
    assert told(of("@bang {tieu_de: a}\n| a | b |")) == [("bai-bang-thieu-dong-ke", 9)]


@pytest.mark.parametrize(
    ("before", "typed", "printed"),
    [
        ("07", "{vu.huong} {vu.chenh_lech} so với năm trước", "giảm 03 vụ so với năm trước"),
        ("04", "{vu.huong} {vu.chenh_lech} so với năm trước", "không thay đổi so với năm trước"),
        ("04", "{vu.huong} {vu.chenh_lech.so}", "không thay đổi"),
        ("04", "{vu.huong} {vu.chenh_lech} ({vu.ty_le_chenh_lech})", "không thay đổi"),
        ("08", "{vu.huong} {vu.chenh_lech} ({vu.ty_le_chenh_lech})", "giảm 04 vụ (50%)"),
        ("04", "{vu.huong}, {vu.chenh_lech}", "không thay đổi, 0 vụ"),
    ],
)
def test_what_has_not_moved_has_no_difference_printed(before: str, typed: str, printed: str) -> None:
    report = made(f"Xảy ra {{vu}}, {typed}.", f"so:\n  vu: {{gia_tri: 04 vụ, nam_truoc: {before} vụ}}\n")
    assert not report.findings
    assert body_of(report) == [f"Xảy ra 04 vụ, {printed}."]


MISSING = [
    (
        "vu: 04 vụ",
        "{vu} {vu.huong} {vu.chenh_lech}",
        ("so-thieu-nam-truoc", 5),
        "Con số «vu» chưa có số kỳ trước, mà trong bài cần để in {vu.huong} ở dòng 8, "
        "{vu.chenh_lech} ở dòng 8.",
        "Gõ «vu: {gia_tri: 04 vụ, nam_truoc: …}», thay ba chấm bằng số kỳ trước; hoặc bỏ chỗ ấy trong bài.",
    ),
    (
        "vu: {gia_tri: trên 30 vụ, nam_truoc: gần 30 vụ}",
        "{vu}, {vu.huong} {vu.chenh_lech}",
        ("so-gan-dung-bang-nhau", 5),
        "Con số «vu» và số kỳ trước là một số gõ gần đúng («trên 30 vụ»), không biết tăng hay giảm, mà "
        "trong bài cần để in {vu.huong} ở dòng 8, {vu.chenh_lech} ở dòng 8.",
        "Gõ hai số chính xác; hoặc bỏ chỗ ấy trong bài.",
    ),
    (
        "vu:",
        "{vu}",
        ("so-chua-dien", 5),
        "Con số «vu» chưa gõ, mà trong bài cần để in {vu} ở dòng 8.",
        "Gõ số sau «vu:», ví dụ «vu: 12 hộ»; hoặc bỏ chỗ ấy trong bài. Chưa có số thì thêm --nhap để in bản "
        "dự thảo có chỗ trống.",
    ),
    (
        "a:\n  tong: a + b\n  b: 2 hộ",
        "{tong}, {a}",
        ("so-chua-dien", 5),
        "Con số «a» chưa gõ, mà trong bài cần để in {tong} ở dòng 10, {a} ở dòng 10.",
        "",
    ),
    (
        "a: 12 hộ\n  ho: 0\n  ty_le: a / ho",
        "{ty_le}, {a}",
        ("so-chia-cho-khong", 7),
        "Không tính được «ty_le = a / ho» vì «ho» bằng 0, mà trong bài cần để in {ty_le} ở dòng 10.",
        "Kiểm tra lại «ho»; đúng là 0 thì bỏ chỗ ấy trong bài.",
    ),
    (
        "vu: {gia_tri: 04 vụ, nam_truoc: 0}",
        "{vu.ty_le_chenh_lech} {vu}",
        ("so-nam-truoc-bang-khong", 5),
        "Số kỳ trước của «vu» bằng 0 nên không có tỷ lệ tăng giảm, mà trong bài cần để in "
        "{vu.ty_le_chenh_lech} ở dòng 8.",
        "Trong bài dùng {vu.chenh_lech}, không dùng tỷ lệ; hoặc kiểm tra lại số kỳ trước.",
    ),
]


@pytest.mark.parametrize(("figures", "body", "place", "text", "remedy"), MISSING)
def test_a_figure_that_the_text_needs_is_told_once_at_its_own_line(
    figures: str, body: str, place: tuple[str, int], text: str, remedy: str
) -> None:
    found = only(made(f"\n{body}", f"so:\n  {figures}\n"))
    assert (found.code, found.where.line) == place
    assert found.text == text
    assert found.remedy == remedy or not remedy


def test_sums_and_rates_have_last_years_figure_when_their_parts_have() -> None:
    figures = (
        "so:\n  a: {gia_tri: 3 vụ, nam_truoc: 2 vụ}\n  b: {gia_tri: 4 vụ, nam_truoc: 4 vụ}\n  t: a + b\n"
    )
    report = made("{t.huong} {t.chenh_lech}; {a}, {b}", figures)
    assert not report.findings
    assert body_of(report) == ["tăng 01 vụ; 03 vụ, 04 vụ"]


@pytest.mark.parametrize(
    ("figures", "code"),
    [
        ("x: mười hai", "so-khong-doc-duoc"),
        ("x: y + z", "so-ten-la"),
        ("x: {tinh: a ^ b}", "so-phep-tinh-la"),
    ],
)
def test_a_figure_typed_wrongly_is_not_missing_too(figures: str, code: str) -> None:
    assert only(made("Có {x}.", f"so:\n  {figures}\n")).code == code


def test_a_draft_leaves_room_for_figures_that_are_missing() -> None:
    text = f"{HEAD}so:\n  vu: 04 vụ\n  ho:\n---\nCó {{ho}}, {{vu}} {{vu.huong}}.\n"
    report = produce(read_typed(text, "bai.md", folder=SAMPLE, unit_path=UNIT), draft=True)
    assert {item.code for item in report.findings} == {"o-trong-nhap"}


def test_remedies_speak_of_the_text_file() -> None:
    body = "Chú[^a]\n\n# Phụ lục\n\nMột.\n\n# Phụ lục: Hai\n\nHai."
    first, second = of(body).findings
    assert (first.code, first.where.line) == ("chu-thich-thieu", 8)
    assert first.remedy == ("Thêm một dòng riêng «[^a]: nội dung chú thích», hoặc sửa tên trong dấu [^a].")
    assert (second.code, second.where.line, second.where.label) == ("thieu-bat-buoc", 10, "Phụ lục")
    assert second.remedy == ("Gõ «# Phụ lục: Tên phụ lục», ví dụ «# Phụ lục: Danh sách các cuộc kiểm tra».")


def test_a_name_with_marks_is_given_without_them() -> None:
    found = only(of("Cho {học sinh giỏi}"))
    assert found.code == "so-trong-bai-la"
    assert "«hoc_sinh_gioi: …»" in found.remedy
    assert "Có phải «hoc_sinh» không?" in only(of("Cho {học sinh}")).text


def test_a_reference_to_nothing_is_told_at_its_own_line() -> None:
    (found,) = of("Một.\n\nXem [@tai_nan].").findings
    assert found.where.line == 10


def started(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    words = ["khoi-tao", str(folder), "--ten", "Ủy ban nhân dân xã Minh Họa", "--nam", "2026"]
    assert run([*words, "--mau", "chung"]) == 0
    (folder / "don-vi.yaml").write_text(UNIT.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder / "so-lieu" / "2026-chung.md"


def test_a_new_folder_does_not_offer_a_form_for_a_report_of_one_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started(tmp_path / "xã", monkeypatch)
    steps = capsys.readouterr().out
    assert "Viết báo cáo trong so-lieu/2026-chung.md, mở bằng Notepad." in steps
    assert "bieu tao" not in steps


def test_an_untouched_text_gives_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blank = started(tmp_path / "xã", monkeypatch)
    written = blank.with_name("2026-an-toan.md")
    written.write_text(f"{HEAD}so: {{x: 5 vụ}}\n---\nCó {{x}}.\n", encoding="utf-8")
    assert run(["soat"]) == 0


@pytest.mark.parametrize(
    ("name", "reason"),
    [("2026-chung.md", "không mở đầu bằng dòng «---»"), ("2026-chung.md.txt", "đuôi .txt")],
)
def test_a_file_that_was_meant_as_data_is_named_with_the_reason(
    name: str,
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = started(tmp_path / "xã", monkeypatch)
    file.unlink()
    file.with_name(name).write_text("# KẾT QUẢ\n", encoding="utf-8")
    assert run(["tao"]) == 1
    told_ = capsys.readouterr().err
    assert f"{name} (" in told_
    assert reason in told_


def test_a_text_for_another_pack_is_told_once() -> None:
    text = "---\ngoi: cchc-nam\nky: {nam: 2026}\nso: {x: 5 vụ}\n---\n# Một\n\nCó {x} và {y}.\n"
    found = only(produce(read_typed(text, "bai.md", folder=SAMPLE, unit_path=UNIT)))
    assert (found.code, found.where.line) == ("bai-sai-goi", 2)
    assert "«goi: chung»" in found.remedy


def test_a_report_about_anything_says_what_it_is_about() -> None:
    text = "---\nky: {nam: 2026}\nvan_ban:\n  so: 12\n  ngay: 10/12/2026\n  trich_yeu:\n---\nMột.\n"
    found = only(produce(read_typed(text, "bai.md", folder=SAMPLE, unit_path=UNIT)))
    assert (found.code, found.level, found.where.line) == ("bai-thieu-trich-yeu", Severity.WARNING, 6)
    assert "«Kết quả công tác năm 2026»" in found.text


def test_a_whole_report_of_three_hundred_pages_is_one_text() -> None:
    """Only a full text may be so long; other words are refused at 200.000 characters, it at 2.000.000."""
    long = "\n\n".join(
        ["Xã đã tổ chức tuyên truyền cho bà con các thôn về dịch vụ công trực tuyến."] * 10_000
    )
    report = of(long)
    assert not report.findings
    assert len(body_of(report)) == 10_001
    assert not of(f"{CLOSING}\n\n# Phụ lục: A\n\n{long}").findings
    found = only(made(f"{long}\n\n{long}\n\n{long}", ""))
    assert found.text == "Đoạn chữ dài 2.279.998 ký tự, quá mức 2.000.000."
    other = of("A", f"{HEADS}  ten: {'a' * 200_001}\n").findings
    (found,) = [item for item in other if item.code == "chu-qua-dai"]
    assert found.text == "Đoạn chữ dài 200.001 ký tự, quá mức 200.000."
