"""`baocao soat --danh-dau` on a copy that it has marked before."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from small_docx import p, package
from workplace_kit import Clerk

BODY = p("Đã giải quyết 90/100 hồ sơ, đạt 91%.") + p("Đã xử lý xử lý 12 phản ánh ; còn lại không có.")


@pytest.fixture
def clerk(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(package(BODY))
    return Clerk(capsys)


def comments(name: str) -> int:
    with zipfile.ZipFile(name) as made:
        return made.read("word/comments.xml").count(b"<w:comment ")


def test_marking_a_marked_copy_says_how_many_comments_it_replaced(clerk):
    clerk.run("soat", "a.docx", "--danh-dau", "b.docx")
    assert clerk.out.splitlines()[-1] == "Bản đánh dấu: b.docx"
    amount = comments("b.docx")
    assert amount > 1
    clerk.run("soat", "b.docx", "--danh-dau", "c.docx")
    told = f"Bản đánh dấu: c.docx (đã thay {amount:02d} nhận xét cũ của baocao)"
    assert (clerk.out.splitlines()[-1], comments("c.docx")) == (told, amount)
