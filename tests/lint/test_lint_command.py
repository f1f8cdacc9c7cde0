"""`baocao mau kiem-tra` as a clerk and a script meet it."""

from __future__ import annotations

import json

import pytest
from lint_kit import PRINTS_ALL, template_file

from baocao.cli import run
from baocao.lint import lint_paths
from baocao.ooxml.package import Skeleton, write_package
from small_docx import p, package, paragraphs, read_part, tbl

BROKEN = package(
    p("I. MỞ ĐẦU", style="Heading1")
    + p("Năm {{ ky.namm }}")
    + tbl(["a", "{% If vb.nhap %}b{% endif %}"])
    + PRINTS_ALL
)
DOUBTFUL = package(p("đã nhận xxx hồ sơ") + PRINTS_ALL)
CLEAN = package(PRINTS_ALL)


def test_a_clean_template_is_said_to_be_clean(tmp_path, capsys):
    file = template_file(tmp_path, CLEAN)
    assert run(["mau", "kiem-tra", str(file)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{file}: không có lỗi.\n"
    assert said.err == ""


def test_warnings_do_not_fail(tmp_path, capsys):
    file = template_file(tmp_path, DOUBTFUL)
    assert run(["mau", "kiem-tra", str(file)]) == 0
    assert capsys.readouterr().out == f"{file}: không có lỗi; 01 điểm nên xem lại.\n"


def test_remarks_about_the_files_of_a_pack_are_told_too(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert run(["mau", "tao-moi", "theo-doi"]) == 0
    manifest = tmp_path / "theo-doi" / "goi.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8") + "\nlay_cac_nam: [cchc-nan]\n", encoding="utf-8"
    )
    capsys.readouterr()
    assert run(["mau", "kiem-tra", "theo-doi"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "Chung: không có lỗi; 01 điểm nên xem lại.",
        "theo-doi/mau.docx: không có lỗi.",
    ]
    assert "theo-doi/goi.yaml, dòng " in said.err
    assert "nhưng không có gói nào tên như vậy. Có phải «cchc-nam» không?" in said.err
    assert run(["mau", "kiem-tra", "theo-doi", "--json"]) == 0
    assert "goi-nam-goi-khong-co" in capsys.readouterr().out


def test_errors_leave_with_code_3_and_tell_place_cause_and_mend(tmp_path, capsys):
    file = template_file(tmp_path, BROKEN)
    assert run(["mau", "kiem-tra", str(file)]) == 3
    said = capsys.readouterr()
    assert said.out == f"{file}: 02 lỗi phải sửa.\n"
    assert said.err.splitlines() == [
        "Phải sửa (02)",
        f"  • {file}, thân văn bản, đoạn 2, dưới đề mục «I. MỞ ĐẦU», gần chữ «Năm {{{{ ky.namm }}}}»: Mẫu "
        "dùng tên «ky.namm» nhưng gói không có chỉ tiêu hay mục nào tên như vậy. Có phải «ky.nam» không?",
        "    → Sửa lại tên trong thẻ; xem các tên dùng được bằng lệnh baocao mau truong.",
        f"  • {file}, thân văn bản, bảng 1, hàng 1, cột 2, dưới đề mục «I. MỞ ĐẦU», gần chữ "
        "«{% If vb.nhap %}b{% endif %}»: Thẻ «{% If vb.nhap %}» có chữ «If» viết hoa nên không dùng được.",
        "    → Gõ chữ thường: if. Word hay tự viết hoa đầu câu; bấm Ctrl+Z ngay sau khi Word đổi.",
    ]


def test_several_files_are_told_one_after_the_other(tmp_path, capsys):
    good = template_file(tmp_path, CLEAN, name="tot.docx")
    bad = template_file(tmp_path, BROKEN, name="xau.docx")
    assert run(["mau", "kiem-tra", str(good), str(bad)]) == 3
    said = capsys.readouterr()
    assert said.out == f"{good}: không có lỗi.\n{bad}: 02 lỗi phải sửa.\n"
    assert said.err.startswith(f"{bad}\nPhải sửa (02)\n")


def test_json_for_scripts(tmp_path, capsys):
    file = template_file(tmp_path, BROKEN)
    assert run(["mau", "kiem-tra", str(file), "--json"]) == 3
    told = json.loads(capsys.readouterr().out)
    assert (told["dat"], told["tep"]) == (False, [str(file)])
    assert [(item["ma"], item["vi_tri"]["anchor"]) for item in told["phat_hien"]] == [
        ("ten-khong-biet", "word/document.xml#1"),
        ("the-viet-hoa", "word/document.xml#3"),
    ]


def test_sarif_to_the_screen_and_to_a_file(tmp_path, capsys):
    file = template_file(tmp_path, BROKEN)
    assert run(["mau", "kiem-tra", str(file), "--sarif", "-"]) == 3
    log = json.loads(capsys.readouterr().out)
    assert [item["ruleId"] for item in log["runs"][0]["results"]] == ["ten-khong-biet", "the-viet-hoa"]
    target = tmp_path / "ket-qua.sarif"
    assert run(["mau", "kiem-tra", str(file), "--sarif", str(target)]) == 3
    assert json.loads(target.read_text(encoding="utf-8")) == log
    assert run(["mau", "kiem-tra", str(file), "--sarif", str(target)]) == 4


def test_the_marked_copy_has_a_comment_at_each_fault_and_is_else_the_same(tmp_path, capsys):
    file, target = template_file(tmp_path, BROKEN), tmp_path / "danh-dau.docx"
    assert run(["mau", "kiem-tra", str(file), "--danh-dau", str(target)]) == 3
    assert capsys.readouterr().out.endswith(f"Bản đánh dấu của {file}: {target}\n")
    data = target.read_bytes()
    comments = " ".join(paragraphs(data, "word/comments.xml"))
    for item in lint_paths([file]).findings:
        assert item.text in comments
        assert item.remedy in comments
    assert read_part(data).count("<w:commentReference ") == 2
    assert paragraphs(data) == paragraphs(BROKEN)
    assert run(["mau", "kiem-tra", str(file), "--danh-dau", str(target)]) == 4
    assert run(["mau", "kiem-tra", str(file), "--danh-dau", str(target), "--ghi-de"]) == 3
    assert target.read_bytes() == data


def test_the_template_itself_is_never_marked_over(tmp_path):
    file = template_file(tmp_path, BROKEN)
    assert run(["mau", "kiem-tra", str(file), "--danh-dau", str(file), "--ghi-de"]) == 4
    assert file.read_bytes() == BROKEN


def test_several_marked_copies_go_into_a_folder(tmp_path):
    files = [template_file(tmp_path, BROKEN, name=name) for name in ("mot.docx", "hai.docx")]
    target = tmp_path / "danh-dau"
    assert run(["mau", "kiem-tra", *map(str, files), "--danh-dau", str(target)]) == 3
    assert sorted(item.name for item in target.iterdir()) == ["cchc-nam-hai.docx", "cchc-nam-mot.docx"]


def test_a_file_that_is_no_word_file_has_no_marked_copy(tmp_path, capsys):
    file = template_file(tmp_path, b"%PDF-1.7")
    assert run(["mau", "kiem-tra", str(file), "--danh-dau", str(tmp_path / "a.docx")]) == 3
    assert not (tmp_path / "a.docx").exists()
    assert "Bản đánh dấu" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "said"), [("khong-co.docx", "khong-co.docx"), ("khong-co", "Không có gói mẫu")]
)
def test_what_is_not_there_is_told(tmp_path, name, said, capsys):
    assert run(["mau", "kiem-tra", str(tmp_path / name)]) == 3
    assert said in capsys.readouterr().err


def test_making_a_report_names_the_same_place(tmp_path, capsys, samples):
    import shutil

    unit = tmp_path / "don-vi"
    shutil.copytree(samples / "tan-hong", unit, ignore=shutil.ignore_patterns("mau"))
    file = template_file(
        tmp_path, package(p("I. MỞ ĐẦU", style="Heading1") + tbl(["a", "{{ ky.namm }}"]) + PRINTS_ALL)
    )
    assert (
        run(
            [
                "tao",
                str(unit / "2023.yaml"),
                "--mau",
                str(file.parent),
                "-o",
                str(tmp_path / "a.docx"),
                "--json",
            ]
        )
        == 3
    )
    (told,) = [
        item for item in json.loads(capsys.readouterr().out)["phat_hien"] if item["ma"] == "ten-khong-biet"
    ]
    (linted,) = lint_paths([file]).findings
    assert told["vi_tri"] == linted.as_data()["vi_tri"]


def test_a_unit_without_templates_of_its_own_has_nothing_to_mend(samples, capsys):
    assert run(["mau", "kiem-tra", str(samples / "xa-mau")]) == 0
    assert capsys.readouterr().out.startswith("Đơn vị chưa có mẫu Word riêng")


def test_a_file_with_a_broken_header_or_styles_still_has_a_marked_copy(tmp_path, capsys):
    for name in ("word/header1.xml", "word/styles.xml"):
        parts = Skeleton.read(package(PRINTS_ALL, header=p("đầu trang"))).parts()
        parts[name] = parts[name][:200]
        file = template_file(tmp_path, write_package(parts))
        marked = tmp_path / "danh-dau.docx"
        assert run(["mau", "kiem-tra", str(file), "--danh-dau", str(marked), "--ghi-de"]) == 3
        assert "nội dung sai từ dòng 1" in read_part(marked.read_bytes(), "word/comments.xml")
        assert f"Bản đánh dấu của {file}: {marked}" in capsys.readouterr().out


def test_where_no_copy_can_be_marked_the_command_says_why(tmp_path, capsys):
    parts = Skeleton.read(CLEAN).parts()
    parts["word/document.xml"] = parts["word/document.xml"][:-30]
    file = template_file(tmp_path, write_package(parts))
    marked = tmp_path / "danh-dau.docx"
    assert run(["mau", "kiem-tra", str(file), "--danh-dau", str(marked)]) == 3
    said = capsys.readouterr().out
    assert f"Không có bản đánh dấu của {file}: tệp hỏng nên không ghi nhận xét vào được.\n" in said
    assert not marked.exists()
