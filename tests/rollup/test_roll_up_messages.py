"""The sentences of this room, and its entry in a data file."""

from __future__ import annotations

import re

import pytest
from rollup_kit import rolled, sent, told

from baocao.messages.rollup import MESSAGES
from baocao.model.rolled import in_a_row


@pytest.mark.parametrize("code", MESSAGES)
def test_every_sentence_is_whole(code: str) -> None:
    message = MESSAGES[code]
    assert re.fullmatch(r"[a-z0-9-]+", code)
    assert message.text.endswith((".", "}"))
    assert message.remedy.endswith(".")
    assert message.example


def test_many_names_are_cut() -> None:
    names = [f"xã {number}" for number in range(15)]
    assert in_a_row(names).endswith("xã 11 và 3 đơn vị khác")


def test_a_unit_with_templates_of_its_own(tmp_path) -> None:
    own = tmp_path / "mau" / "cchc-nam"
    own.mkdir(parents=True)
    (own / "chi-tieu.yaml").write_text(
        "chi_tieu:\n  tthc.nop_tai_quay: {nhan: Nộp tại quầy, loai: dem, don_vi_tinh: nghìn hồ sơ}\n",
        encoding="utf-8",
    )
    (tmp_path / "don-vi.yaml").write_text("ten: Ủy ban nhân dân xã A\n", encoding="utf-8")
    from baocao.intake.reader import read_mapping

    data = {"goi": "cchc-nam", "don_vi": "don-vi.yaml", "ky": 2024, "so_lieu": {"tthc.nop_tai_quay": 3}}
    raw = read_mapping(data, file="a.yaml", folder=tmp_path)
    said = told(rolled([raw, sent("xã B", {"tthc.nop_tai_quay": 5})]), "tong-hop-chi-tieu-rieng")
    assert "dùng mẫu riêng có «Nộp tại quầy» (tthc.nop_tai_quay)" in said
