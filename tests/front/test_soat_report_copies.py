"""The copy with comments and the page that `baocao soat` writes."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from front_kit import SAMPLES
from lxml import html
from soat_kit import beside_reports

from small_docx import p, package


@pytest.fixture
def clerk(tmp_path, monkeypatch, capsys):
    """A clerk beside reports whose audits are written by hand: what is tested is how they are told."""
    monkeypatch.chdir(tmp_path)
    return beside_reports(monkeypatch, capsys)


def test_the_marked_copy_has_a_comment_for_each_remark(clerk):
    assert clerk.run("soat", "a.docx", "--danh-dau", "b.docx") == 1
    assert clerk.out.splitlines()[-1] == "Bản đánh dấu: b.docx"
    with zipfile.ZipFile("b.docx") as made:
        assert made.read("word/comments.xml").count(b"<w:comment ") == 3
    assert clerk.run("soat", "a.docx", "--danh-dau", "b.docx") == 4
    assert clerk.run("soat", "a.docx", "--danh-dau", "b.docx", "--ghi-de") == 1
    assert clerk.run("soat", "a.docx", "--danh-dau", "a.docx", "--ghi-de") == 4


def test_a_good_report_gets_no_marked_copy(clerk):
    Path("sach.docx").write_bytes(package(p("Tiếp nhận 12 hồ sơ.")))
    assert clerk.run("soat", "sach.docx", "--danh-dau", "b.docx") == 0
    assert clerk.out.splitlines()[-1] == "Không ghi bản đánh dấu: không có gì phải đánh dấu."
    assert not Path("b.docx").exists()


def test_only_a_word_file_can_be_marked(clerk):
    assert clerk.run("soat", "a.txt", "--danh-dau", "b.docx", "--html", "b.html") == 2
    assert clerk.out == ""
    assert "a.txt không phải tệp Word" in clerk.err
    assert "--html" in clerk.err
    assert not Path("b.docx").exists()
    assert not Path("b.html").exists()


@pytest.mark.parametrize("option", [("--danh-dau", "b.docx"), ("--html", "b.html")])
def test_copies_are_of_one_report(clerk, option):
    shutil.copytree(SAMPLES / "tan-hong", "tan-hong")
    for files in (("a.docx", "a.txt"), ()):
        assert clerk.run("soat", *files, *option) == 2
        assert "đúng một tệp báo cáo; nhiều tệp thì chạy từng tệp một" in clerk.err
    for file, kind in (("tan-hong/2023.yaml", "tệp số liệu"), ("tan-hong", "thư mục")):
        assert clerk.run("soat", file, *option) == 2
        assert f"{file} là {kind}; {option[0]} chỉ dùng cho báo cáo" in clerk.err
        assert clerk.out == ""
    assert not Path(option[1]).exists()


def test_nothing_is_written_for_a_file_that_cannot_be_read(clerk):
    Path("hong.docx").write_bytes(b"PK\x03\x04 cut")
    assert clerk.run("soat", "hong.docx", "--danh-dau", "b.docx", "--html", "b.html") == 1
    assert not Path("b.docx").exists()
    assert not Path("b.html").exists()


def test_the_page_is_written_and_named(clerk):
    assert clerk.run("soat", "a.txt", "--html", "b.html", "--json") == 1
    assert json.loads(clerk.out)["da_ghi"] == ["b.html"]
    made = html.parse("b.html").getroot()
    assert made.find(".//h1").text == "Soát a.txt"
    assert clerk.run("soat", "a.txt", "--html", "trang.txt") == 4


def test_a_copy_needs_the_name_of_a_file(clerk):
    Path("ket-qua").mkdir()
    assert clerk.run("soat", "a.txt", "--html", "ket-qua") == 2
    assert "ket-qua là thư mục. Gõ thêm tên tệp, ví dụ: --html" in clerk.err
    assert "soat.html" in clerk.err


def test_json_keeps_its_form_when_a_copy_cannot_be_written(clerk):
    Path("b.html").write_text("x", encoding="utf-8")
    assert clerk.run("soat", "a.txt", "--html", "b.html", "--json") == 4
    said = json.loads(clerk.out)
    assert (said["dat"], said["cac_tep"], [item["ma"] for item in said["phat_hien"]]) == (
        False,
        [],
        ["tep-da-co"],
    )
