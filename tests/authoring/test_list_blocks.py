"""`baocao mau xem --khoi` and `--tim`: which block is which, and which has a sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from authoring_kit import PACK

from baocao.authoring.block_list import BlockLine, list_blocks
from baocao.cli import run
from baocao.packs.finder import find_pack


def test_every_block_in_the_order_of_the_text_with_its_heading_and_first_words() -> None:
    found = list_blocks(find_pack(PACK))
    some = ("co_quan", "mo_dau", "tthc_ho_so", "ket_thuc")
    assert tuple(item.name for item in found if item.name in some) == some
    by_name = {item.name: item for item in found}
    assert by_name["quoc_hieu"] == BlockLine("quoc_hieu", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    assert by_name["the_che_ra_soat"].heading == "Cải cách thể chế"
    assert by_name["the_che_ra_soat"].words == "Đã rà soát … văn bản quy phạm pháp luật."
    assert all("{" not in item.words and len(item.words) <= 70 for item in found)


@pytest.mark.parametrize(
    ("sought", "name"),
    [
        ("Một cửa", "tthc_ho_so"),
        ("Trung tâm Phục vụ hành chính công", "tthc_co_so"),
        ("tren day la", "ket_thuc"),
        ("Hồ sơ tiếp nhận trực tuyến", "tthc_ho_so"),
    ],
)
def test_a_block_is_found_by_words_by_what_a_tag_prints_and_by_its_meaning(sought: str, name: str) -> None:
    found = [item.name for item in list_blocks(find_pack(PACK), sought)]
    assert name in found
    assert len(found) < 8


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["mau", "xem", PACK, "--khoi"]) == 0
    said = capsys.readouterr().out
    assert "\nDưới đề mục «Cải cách thể chế»\n" in said
    assert "GÓI MẪU (goi.yaml)" not in said
    assert run(["mau", "xem", PACK, "--tim", "Trên đây là", "--json"]) == 0
    assert [item["ten"] for item in json.loads(capsys.readouterr().out)["khoi"]] == ["ket_thuc"]
    assert run(["mau", "xem", PACK, "--tim", "không đâu có"]) == 0
    assert capsys.readouterr().out == f"Không có khối nào có chữ «không đâu có» trong mẫu của gói {PACK}.\n"


def test_the_block_a_unit_has_changed_has_a_star(samples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = samples / "phuong-mot-khoi" / "so-lieu" / "2025.yaml"
    assert run(["mau", "xem", str(data), "--khoi"]) == 0
    starred = [line.split()[1] for line in capsys.readouterr().out.splitlines()[1:] if line.startswith("*")]
    assert starred == ["ket_qua_chung", "mảnh"]
