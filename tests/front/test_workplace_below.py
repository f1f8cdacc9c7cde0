"""The working folder of a unit whose unit above gives it entries and packs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from docx_reading import read_docx
from workplace_kit import COMMITTEE, Clerk, commented_blocks, fill, put_to_use

FROM_ABOVE = """
cho_cap_duoi:
  cap: xa
  ky_hieu: UBND
  luu: VT, NV
  nguoi_soan: Anh
  noi_nhan: {cchc-nam: [Sở Nội vụ, "Nơi: khác"], mac_dinh: [Sở Tài chính]}
  phong_cach: {so_le: 1}
phong_cach: {so_le: 3, linh_le: lẻ}
them: {ten_ngan: xã mình}
"""
INHERITED = {
    "cap": "xa",
    "ky_hieu": "UBND",
    "luu": "VT, NV",
    "nguoi_soan": "Anh",
    "noi_nhan": {"cchc-nam": ["Sở Nội vụ", "Nơi: khác"]},
    "them": {"ten_ngan": "xã mình"},
}


@pytest.fixture
def below(started: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk in the working folder of a commune whose province gives it entries."""
    assert started.run("khoi-tao", "../tinh", "--ten", "UBND tỉnh Đồng Tháp") == 0
    with Path("../tinh/don-vi.yaml").open("a", encoding="utf-8") as stream:
        stream.write(FROM_ABOVE)
    words = ["--ten", COMMITTEE, "--nam", "2026", "--cap-tren", "../tinh/don-vi.yaml"]
    assert started.run("khoi-tao", "../duoi", *words) == 0
    monkeypatch.chdir("../duoi")
    fill("don-vi.yaml", ho_ten="Nguyễn Văn An")
    fill("so-lieu/2026.yaml", so="12", ngay="22/12/2026", tiep_nhan="1.250", da_giai_quyet="1.200")
    return started


def test_what_the_parent_gives_applies_to_a_new_profile(below: Clerk) -> None:
    assert below.run("tao") == 0, below.err
    text = read_docx(Path("ket-qua/12-BC-UBND-minh-hoa.docx").read_bytes()).text
    assert "Lưu: VT, NV" in text
    assert "Nơi: khác" in text


def test_what_the_parent_gives_is_shown_in_comments_that_can_be_taken_into_use(below: Clerk) -> None:
    text = Path("don-vi.yaml").read_text(encoding="utf-8")
    typed = yaml.safe_load(text)
    assert typed.keys().isdisjoint(INHERITED)
    assert (typed["ten"], typed["dia_danh"], typed["tu_xung"]) == (COMMITTEE, "Minh Họa", "xã")
    shown: dict[str, object] = {}
    for block in commented_blocks(text):
        lines = put_to_use(text, block).splitlines()[block.start : block.stop]
        if "lấy theo cấp trên" in lines[0]:
            shown |= yaml.safe_load("\n".join(lines))
    assert shown == INHERITED | {"kieu_nguoi_soan": "ngoac"}, "the example stands right below nguoi_soan"
    for line in (
        "#   so_le: 1    # lấy theo cấp trên; số chữ số nhiều nhất sau dấu phẩy",
        "#   linh_le: lẻ    # lấy theo cấp trên; viết bằng chữ: một trăm linh năm; hoặc lẻ",
    ):
        assert line in text.splitlines()
    for block in commented_blocks(text):
        Path("don-vi.yaml").write_text(put_to_use(text, block), encoding="utf-8")
        assert below.codes("soat")[0] == 0, block


def test_what_is_typed_on_the_command_line_stays_the_units_own(below: Clerk) -> None:
    words = ["--ten", COMMITTEE, "--cap", "phuong", "--cap-tren", "../tinh/don-vi.yaml"]
    assert below.run("khoi-tao", "../phuong", *words) == 0
    assert yaml.safe_load(Path("../phuong/don-vi.yaml").read_text(encoding="utf-8"))["cap"] == "xa"


def test_a_parent_that_gives_nothing_may_give_the_archive_later(started: Clerk) -> None:
    assert started.run("khoi-tao", "../tinh", "--ten", "UBND tỉnh Đồng Tháp") == 0
    assert started.run("khoi-tao", "../duoi", "--ten", COMMITTEE, "--cap-tren", "../tinh/don-vi.yaml") == 0
    text = Path("../duoi/don-vi.yaml").read_text(encoding="utf-8")
    assert "# luu: VT\n" in text
    assert yaml.safe_load(text)["cap"] == "xa"


def test_a_pack_of_the_parent_is_known_on_the_first_and_later_runs(started: Clerk) -> None:
    assert started.run("khoi-tao", "../tinh", "--ten", "UBND tỉnh Đồng Tháp") == 0
    assert started.run("mau", "tao-moi", "tiep-dan", "../tinh") == 0
    parent = ["--cap-tren", "../tinh/don-vi.yaml"]
    assert started.run("khoi-tao", "../xa-hai", "--mau", "tiep-dan", "--nam", "2026", *parent) == 0
    assert started.run("khoi-tao", "../xa-hai", "--nam", "2027") == 0
    assert yaml.safe_load(Path("../xa-hai/so-lieu/2027.yaml").read_text("utf-8"))["goi"] == "tiep-dan"
