"""A template refers to a name that only the text of the data has: pack chung, with a template of the unit."""

from __future__ import annotations

from pathlib import Path

import pytest

from baocao.cli import run

# ruff: noqa: E501 - texts of files stay whole

LAYER = '{% extends "chung" %}\n\n{% block noi_dung %}\nTóm tắt: xem [@ket_qua].\n\n{{p noi_dung }}\n{% endblock %}\n'
UNIT = "ten: Ủy ban nhân dân xã Ví Dụ\ncap: xa\ndia_danh: Ví Dụ\nky_hieu: UBND\nnguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn Ví}\n"
HEAD = "goi: chung\ndon_vi: don-vi.yaml\nky: {nam: 2025}\nvan_ban: {so: 1, ngay: 31/12/2025, trich_yeu: Kết quả}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A unit's folder with a template of its own."""
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "mau" / "chung"
    own.mkdir(parents=True)
    (own / "noi-dung.md").write_text(LAYER, "utf-8")
    (tmp_path / "don-vi.yaml").write_text(UNIT, "utf-8")
    assert run(["mau", "dung", str(own)]) == 0
    return tmp_path


def _made(folder: Path, body: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    (folder / "a.md").write_text(f"---\n{HEAD}---\n\n{body}\n", "utf-8")
    capsys.readouterr()
    code = run(["tao", "a.md", "-o", "a.docx", "--ghi-de", "--nhap"])
    said = capsys.readouterr()
    return code, said.out + said.err


def test_the_name_of_a_heading_of_the_text_serves(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = _made(folder, "# Kết quả {#ket_qua}\n\nĐã xong.", capsys)
    assert code == 0, said
    assert "ket_qua" not in said


def test_a_name_that_is_nowhere_is_told_when_the_report_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, said = _made(folder, "# Kết quả {#ket_qa}\n\nĐã xong.", capsys)
    assert "[@ket_qua] chỉ tới phần không in" in said
