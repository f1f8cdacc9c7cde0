"""The shared fragments that ship with baocao: built from their text, and what they print."""

import xml.etree.ElementTree as ET

import pytest

from baocao.authoring import build_fragment
from baocao.cli import run
from baocao.errors import PackError
from baocao.render import render, to_bytes
from baocao.template import FragmentSource, LayerSource
from baocao.template.compiler import compile_template
from baocao.vietnamese.filters import FILTERS
from docx_reading import W
from outside_tools import ROOT
from small_docx import p, package, read_part, spoken

FRAGMENTS = ROOT / "templates" / "_manh"
NAMES = ("bang-ii-06", "bang-ii-06-don-vi", "bang-so-lieu-cchc", "khoi-ky", "noi-nhan")
NUMBERS = (
    "truc_tuyen",
    "truc_tiep",
    "ky_truoc",
    "truoc_han",
    "dung_han",
    "qua_han",
    "dang_trong_han",
    "dang_qua_han",
)


@pytest.mark.parametrize("name", NAMES)
def test_what_ships_is_what_its_text_says(name):
    assert (FRAGMENTS / f"{name}.docx").read_bytes() == build_fragment(FRAGMENTS / f"{name}.md")


def test_no_other_fragment_ships():
    assert sorted(item.stem for item in FRAGMENTS.glob("*.docx")) == sorted(NAMES)


def test_building_a_fragment_from_the_command_line(tmp_path, capsys):
    source = tmp_path / "loi-chao.md"
    source.write_text("Kính chào {{ dv.ten }}.\n", encoding="utf-8")
    assert run(["mau", "dung", str(source)]) == 0
    assert "Kính chào {{ dv.ten }}." in spoken((tmp_path / "loi-chao.docx").read_bytes())
    assert run(["mau", "dung", str(source)]) == 0
    assert "đã đúng với loi-chao.md" in capsys.readouterr().out
    source.write_text("Khác.\n", encoding="utf-8")
    assert run(["mau", "dung", str(source)]) == 4
    assert run(["mau", "dung", str(source), "--ghi-de"]) == 0


def test_faults_of_a_fragment(tmp_path):
    source = tmp_path / "sai.md"
    source.write_text("@khong_co\n", encoding="utf-8")
    with pytest.raises(PackError) as caught:
        build_fragment(source)
    assert caught.value.findings[0].code == "noi-dung-lenh-la"


def printed(name, context):
    fragment = FragmentSource(f"{name}.docx", (FRAGMENTS / f"{name}.docx").read_bytes())
    base = [LayerSource("mau.docx", "goi", package(p("đầu") + p(f'{{%p include "{name}" %}}') + p("cuối")))]
    return to_bytes(render(compile_template(base, FILTERS, {name: fragment}), context))


class Count:
    """A figure of a row, as the table asks for it."""

    trong = False

    def __init__(self, value):
        self.gia_tri = value or 0
        self.khong_phat_sinh = value is None

    def __str__(self):
        return str(self.gia_tri)


def dossiers(name, *numbers):
    """A row as `derive` hands it on: its totals (columns 3, 7, 11) are those of its parts."""
    counts = {key: Count(value) for key, value in zip(NUMBERS, numbers, strict=True)}
    given = [number or 0 for number in numbers]
    sums = {"tong_nhan": given[:3], "da_giai_quyet": given[3:6], "dang_giai_quyet": given[6:]}
    return {"ten": name, "nhom": ""} | counts | {key: Count(sum(parts)) for key, parts in sums.items()}


def test_the_table_of_dossiers_adds_up():
    """Real figures of a province: 59.010 = 57.028 + 1.982 = 57.689 + 1.321."""
    rows = [
        dossiers("Hộ tịch", 40_120, 16_908, 1_982, 50_000, 7_502, 187, 1_246, 75),
        dossiers("Đất đai", 100, 20, 0, 60, 50, 0, 10, None),
    ]
    data = printed("bang-ii-06", {"bieu_ii_06": rows})
    texts = spoken(data)
    first = texts.index("Hộ tịch")
    assert texts[first - 1 : first + 12] == [
        "1", "Hộ tịch", "59.010", "40.120", "16.908", "1.982", "57.689", "50.000", "7.502", "187", "1.321",
        "1.246", "75",
    ]  # fmt: skip
    last = texts.index("Đất đai")
    assert texts[last + 1 : last + 12] == ["120", "100", "20", "0", "110", "60", "50", "0", "10", "10", "0"]
    total = texts.index("Tổng cộng")
    assert texts[total + 1 : total + 12] == [
        "59.130", "40.220", "16.928", "1.982", "57.799", "50.060", "7.552", "187", "1.331", "1.256", "75",
    ]  # fmt: skip


def test_the_table_of_dossiers_fits_the_page():
    root = ET.fromstring(read_part(printed("bang-ii-06", {"bieu_ii_06": []})))
    table = next(root.iter(f"{W}tbl"))
    widths = [int(item.get(f"{W}w")) for item in table.iter(f"{W}gridCol")]
    assert len(widths) == 13
    assert abs(sum(widths) - 160 * 1440 / 25.4) <= 1
    assert len(list(table.iter(f"{W}tblHeader"))) == 3
    assert {item.get(f"{W}val") for item in table.iter(f"{W}sz")} == {"22"}


def test_the_recipients_and_the_signature():
    signer = {"dong": ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "ho_ten": "Trần Thị B"}
    unit = {"noi_nhan": ["UBND tỉnh"], "luu": "VT", "nguoi_ky": signer}
    unit |= {"nguoi_soan": "", "kieu_nguoi_soan": ""}
    recipients = spoken(printed("noi-nhan", {"dv": unit}))
    assert recipients == ["đầu", "Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.", "cuối"]
    signed = spoken(printed("khoi-ky", {"dv": unit}))
    assert signed == [*recipients[:-1], "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị B", "cuối"]
