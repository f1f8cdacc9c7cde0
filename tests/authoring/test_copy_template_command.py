"""The command that copies: what it says to do next, what it refuses."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from authoring_kit import (
    CATALOGUE,
    MANIFEST,
    PACK,
    block,
    differing,
    edit_file,
    small_pack,
    words_in,
)
from copying_kit import BLOCKS, DATA, report

import baocao
from baocao.authoring.copying import copy_template
from baocao.cli import run
from small_docx import p, package


def test_a_folder_of_its_own_gets_the_files_straight(unit: Path, plain: bytes) -> None:
    made = copy_template(PACK, unit.parent / "thư mục mới" / "mẫu", ["ket_thuc"])
    assert made.template == unit.parent / "thư mục mới" / "mẫu" / "mau.docx"
    assert not made.in_unit
    own = baocao.make_report(unit / DATA, pack=str(made.template.parent), draft=True)
    assert own.data is not None
    assert differing(own.data, plain) == []


def test_the_command_says_what_to_do_next(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mau", "sao-chep", PACK, "--khoi", "mo_dau, ket_thuc"]) == 0
    said = capsys.readouterr().out
    file = os.path.join("mau", PACK, "mau.docx")
    assert f"Đã chép 02 khối của gói {PACK}" in said
    assert "  mo_dau: chữ của gói có sẵn\n" in said
    assert f"baocao mau kiem-tra {file}" in said
    assert "  3. Làm báo cáo: baocao tao\n" in said
    assert f"baocao mau so-sanh {os.path.join('mau', PACK, 'goc')} {PACK}" in said
    assert run(["mau", "sao-chep", PACK, "--khoi", "tthc", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [item["ten"] for item in told["khoi"]] == ["tthc"]
    assert told["tep_cu"] == [f"{file}.cu"]


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], str]:
    code = run([*words, "--json"])
    found = json.loads(capsys.readouterr().out)["phat_hien"]
    return code, [item["ma"] for item in found], found[0]["noi_dung"]


def test_an_unknown_block_or_pack(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found, text = refused(["mau", "sao-chep", PACK, "--khoi", "mo_dauu"], capsys)
    assert (code, found) == (3, ["khoi-khong-co"])
    assert text.endswith("Có phải «mo_dau» không?")
    assert run(["mau", "sao-chep", PACK, "--khoi", "mo_dauu"]) == 3
    assert f"baocao mau xem {PACK} --khoi" in capsys.readouterr().err
    assert run(["mau", "sao-chep", PACK, "--khoi", "mo_dauu"]) == 3
    told = capsys.readouterr().err
    assert f"«baocao mau xem {PACK} --khoi»" in told
    assert [name for name in BLOCKS if name in told] == ["mo_dau"]
    assert refused(["mau", "sao-chep", "cchc-nan"], capsys)[:2] == (3, ["goi-khong-co"])
    assert not (unit / "mau").exists()


def test_outside_of_a_working_folder_the_place_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(["mau", "sao-chep", PACK], capsys)[:2] == (2, ["chua-biet-noi-chep"])


def test_a_block_inside_a_sentence(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_pack(unit.parent / "goi", package(p("Số: {% block so %}1{% endblock %}") + block("hai", p("x"))))
    words = ["mau", "sao-chep", str(unit.parent / "goi"), str(unit.parent / "ra"), "--khoi"]
    assert refused([*words, "so"], capsys)[:2] == (3, ["khoi-trong-cau"])
    assert run([*words, "hai"]) == 0


def test_a_pack_that_stands_in_the_folder_itself(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small_pack(unit / "mau" / "goi", package(block("hai", p("x"))), MANIFEST, CATALOGUE)
    assert refused(["mau", "sao-chep", "goi"], capsys)[:2] == (4, ["mau-la-goc"])


def test_a_file_in_the_place_of_the_folder(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (unit / "mau").write_text("x", encoding="utf-8")
    assert refused(["mau", "sao-chep", PACK], capsys)[:2] == (4, ["thu-muc-la-tep"])


def test_a_template_open_in_word(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mau", "sao-chep", PACK]) == 0
    capsys.readouterr()
    own = unit / "mau" / PACK
    (own / "~$mau.docx").write_bytes(b"")
    assert refused(["mau", "sao-chep", PACK, "--ghi-de"], capsys)[:2] == (4, ["tep-dang-mo"])
    assert sorted(path.name for path in own.iterdir()) == ["goc", "goi.yaml", "mau.docx", "~$mau.docx"]


def test_a_folder_that_may_not_be_written(
    unit: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert refused(["mau", "sao-chep", PACK], capsys)[:2] == (4, ["thu-muc-khong-duoc-tao"])


def test_the_text_of_the_unit_above(
    tmp_path: Path, samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("tinh", "xa"):
        shutil.copytree(samples / "xa-mau", tmp_path / name)
    profile = tmp_path / "xa" / "don-vi.yaml"
    profile.write_text(
        "cap_tren: ../tinh/don-vi.yaml\n" + profile.read_text(encoding="utf-8"), encoding="utf-8"
    )
    above = copy_template(PACK, tmp_path / "tinh", ["ket_thuc", "tthc_ten"]).template
    edit_file(above, "Trên đây là", "Trên đây là toàn bộ")
    before = report(tmp_path / "xa")
    assert run(["mau", "sao-chep", PACK, str(tmp_path / "xa"), "--khoi", "ket_thuc,mo_dau"]) == 0
    assert f"  ket_thuc: chữ của đơn vị cấp trên ({above})\n" in capsys.readouterr().out
    own = tmp_path / "xa" / "mau" / PACK / "mau.docx"
    assert any("Trên đây là toàn bộ" in text for text in words_in(own.read_bytes()))
    assert differing(report(tmp_path / "xa"), before) == []
    copy_template(PACK, tmp_path / "xa", overwrite=True)
    assert "extends" not in "".join(words_in(own.read_bytes()))
    assert differing(report(tmp_path / "xa"), before) == []
