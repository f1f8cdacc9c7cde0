"""A started pack works at once, and each of its files may be changed by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import baocao
from baocao.authoring.new_pack import FILES
from baocao.packs.blank_data import blank_data
from baocao.packs.catalogue import Kind
from baocao.packs.finder import find_pack
from docx_reading import Reading, read_docx
from workplace_kit import Clerk

NAMES = sorted([*FILES, "mau.docx"])


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """A clerk at an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Clerk(capsys)


@pytest.fixture
def unit(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk in a working folder."""
    assert clerk.run("khoi-tao", "xã Minh Họa", "--ten", "UBND xã Minh Họa", "--nam", "2026") == 0
    monkeypatch.chdir("xã Minh Họa")
    return clerk


def try_it(clerk: Clerk, *more: str) -> Reading:
    """Run the command that the last one printed for trying; the report without any finding."""
    (command,) = re.findall(r"Làm thử báo cáo: +baocao (.+)", clerk.out)
    words = [word.strip('"') for word in re.findall(r'"[^"]+"|\S+', command)]
    assert clerk.codes(*words, "-o", "thu.docx", "--ghi-de", *more) == (0, [])
    return read_docx(Path("thu.docx").read_bytes())


def edit(path: Path | str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_pack_makes_its_report_at_once(clerk: Clerk) -> None:
    assert clerk.run("mau", "tao-moi", "tiep-dan", "--ten", "Báo cáo kết quả công tác tiếp công dân") == 0
    assert sorted(path.name for path in Path("tiep-dan").iterdir()) == NAMES
    reading = try_it(clerk)
    first = reading.paragraphs.index("BÁO CÁO")
    assert reading.paragraphs[first : first + 6] == [
        "BÁO CÁO",
        "Kết quả công tác tiếp công dân năm 2026",
        "Thực hiện Kế hoạch số 15/KH-UBND ngày 20/01/2026 về thực hiện nhiệm vụ năm 2026, "
        "Ủy ban nhân dân xã Minh Họa báo cáo kết quả công tác tiếp công dân năm 2026 như sau:",
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Kết quả chung",
        "Trong năm 2026, Ủy ban nhân dân xã Minh Họa được giao 48 nhiệm vụ; đã hoàn thành 45 nhiệm vụ, "
        "đạt tỷ lệ 93,75%[^1].",
    ]
    assert reading.notes == [
        ["Số liệu tính từ ngày 15/12/2025 đến ngày 14/12/2026."],
        ["Gồm các nhiệm vụ về đất đai và xây dựng."],
    ]


def test_in_a_working_folder_it_stands_among_the_units_templates(unit: Clerk) -> None:
    assert unit.run("mau", "tao-moi", "tiep-dan") == 0
    assert sorted(path.name for path in Path("mau/tiep-dan").iterdir()) == NAMES
    assert "baocao tao mau/tiep-dan/vi-du.yaml\n" in unit.out
    assert try_it(unit).paragraphs
    assert unit.run("tao", "mau/tiep-dan/vi-du.yaml") == 0
    assert Path("ket-qua/12-BC-UBND-minh-hoa.docx").is_file()


@pytest.mark.parametrize(
    ("folder", "made"), [("xa", "xa/mau/moi"), ("xa/khac", "xa/khac/moi"), ("nơi khác", "nơi khác/moi")]
)
def test_a_folder_may_be_named(clerk: Clerk, folder: str, made: str) -> None:
    assert clerk.run("khoi-tao", "xa") == 0
    assert clerk.run("mau", "tao-moi", "moi", folder) == 0
    assert sorted(path.name for path in Path(made).iterdir()) == NAMES
    try_it(clerk)


def test_the_example_of_a_pack_without_a_name_of_its_own_has_a_general_title(clerk: Clerk) -> None:
    assert clerk.run("mau", "tao-moi", "moi") == 0
    assert "Kết quả thực hiện nhiệm vụ năm 2026" in try_it(clerk).paragraphs


def test_a_title_of_any_words_stays_a_title(clerk: Clerk) -> None:
    title = 'Tổng kết: "một cửa" # [đợt 1], 50% kế hoạch'
    assert clerk.run("mau", "tao-moi", "moi", "--ten", title) == 0
    assert find_pack("moi").manifest.title == title
    assert f"{title} năm 2026" in try_it(clerk).paragraphs


def test_every_common_kind_and_way_of_writing_is_shown(clerk: Clerk) -> None:
    assert clerk.run("mau", "tao-moi", "moi") == 0
    pack = find_pack("moi")
    assert {item.kind for item in pack.catalogue} == set(Kind) - {Kind.PERIOD}
    assert pack.catalogue["nhiem_vu.duoc_giao"].parts
    assert pack.catalogue["nhiem_vu.ty_le"].numerator == "nhiem_vu.hoan_thanh"
    text = Path("moi/noi-dung.md").read_text(encoding="utf-8")
    signs = "@dau_van_ban|@khoi_ky|\n# |\n## |{% if |{% for |{%tr for |[^cach_tinh]: |{% block |{{p "
    assert [sign for sign in (*signs.split("|"), "| TT |") if sign not in text] == []


def test_the_whole_text_is_printed_by_the_example(clerk: Clerk) -> None:
    """Every figure of the catalogue is in the example and in the report: no finding says otherwise."""
    assert clerk.run("mau", "tao-moi", "moi") == 0
    try_it(clerk)
    report = baocao.make_report("moi/vi-du.yaml", pack="moi")
    assert report.figures is not None
    record = report.figures.record
    own = {item.id for item in find_pack("moi").catalogue if not item.parts and item.kind is not Kind.RATE}
    assert own == set(record.values)


def test_the_report_with_the_required_figure_alone_is_sound(clerk: Clerk) -> None:
    assert clerk.run("mau", "tao-moi", "moi") == 0
    text = blank_data(find_pack("moi"), year=2026, unit="")
    sample = yaml.safe_load(Path("moi/vi-du.yaml").read_text(encoding="utf-8"))
    text = text.replace("    duoc_giao:", "    duoc_giao: 48", 1).replace("\n# don_vi:", "\n# ", 1)
    data = yaml.safe_load(text) | {"don_vi": sample["don_vi"]}
    data["van_ban"] = {"so": 1, "ngay": "22/12/2026"}
    report = baocao.make_report(data, pack="moi")
    assert report.findings == ()
    body = read_docx(report.to_bytes()).paragraphs
    first = body.index("I. KẾT QUẢ THỰC HIỆN")
    assert body[first : first + 4] == [
        "I. KẾT QUẢ THỰC HIỆN",
        "1. Kết quả chung",
        "Trong năm 2026, Ủy ban nhân dân xã Minh Họa được giao 48 nhiệm vụ.",
        "Trên đây là báo cáo của Ủy ban nhân dân xã Minh Họa./.",
    ]


def test_last_year_is_compared_when_it_is_taken_into_use(clerk: Clerk) -> None:
    assert clerk.run("mau", "tao-moi", "moi") == 0
    file = Path("moi/vi-du.yaml")
    text = file.read_text(encoding="utf-8").replace("2026", "2028")
    file.write_text(re.sub(r"^# (nam_truoc:|  nhiem_vu:|    hoan_thanh:)", r"\1", text, flags=re.M), "utf-8")
    said = next(line for line in try_it_again(clerk).paragraphs if line.startswith("Trong năm 2028"))
    assert said.endswith("đạt tỷ lệ 93,75%[^1], tăng 04 nhiệm vụ so với năm 2027.")


def try_it_again(clerk: Clerk) -> Reading:
    assert clerk.codes("tao", "moi/vi-du.yaml", "--mau", "moi", "-o", "thu.docx", "--ghi-de") == (0, [])
    return read_docx(Path("thu.docx").read_bytes())


def test_a_step_of_a_unit_a_new_figure_and_its_sentence(clerk: Clerk) -> None:
    assert clerk.run("mau", "tao-moi", "moi") == 0
    edit(
        "moi/chi-tieu.yaml",
        "  ton_tai: Khó khăn, kiến nghị\n",
        "  ton_tai: Khó khăn, kiến nghị\n  tiep: Tiếp\n",
    )
    with Path("moi/chi-tieu.yaml").open("a", encoding="utf-8") as stream:
        stream.write("  tiep.luot: {nhan: Lượt tiếp công dân, loai: dem, don_vi_tinh: lượt}\n")
    opening = "{% block ket_thuc %}\n"
    sentence = "{% if tiep.luot %}\nĐã tiếp {{ tiep.luot }} lượt.\n{% endif %}\n\n"
    edit("moi/noi-dung.md", opening, opening + sentence)
    edit("moi/vi-du.yaml", "  ton_tai:\n", "  tiep:\n    luot: 7\n  ton_tai:\n")
    assert clerk.run("mau", "dung", "moi") == 4
    assert clerk.run("mau", "dung", "moi", "--ghi-de") == 0
    assert "Đã tiếp 07 lượt." in try_it_again(clerk).paragraphs


def test_the_lint_finds_nothing_in_a_started_pack(unit: Clerk) -> None:
    assert unit.run("mau", "tao-moi", "moi") == 0
    assert unit.run("mau", "tao-moi", "rieng", "--dua-tren", "moi") == 0
    for name in ("moi", "rieng"):
        assert unit.codes("mau", "kiem-tra", f"mau/{name}") == (0, [])


@pytest.mark.parametrize("base", ["cchc-nam", "nen"])
def test_a_pack_based_on_another_prints_that_one_and_its_own(unit: Clerk, base: str) -> None:
    assert unit.run("mau", "tao-moi", "nen", "--ten", "Báo cáo nền") == 0
    assert unit.run("mau", "tao-moi", "rieng", "--dua-tren", base, "--ten", "Báo cáo của xã") == 0
    assert sorted(path.name for path in Path("mau/rieng").iterdir()) == NAMES
    body = try_it(unit).paragraphs
    assert "Của xã năm 2026" in body
    own = body.index("Đơn vị mới được thành lập từ ngày 01/7/2025.")
    assert body[own + 1].startswith("Trên đây là ")
    manifest = find_pack("rieng", ".").manifest
    assert (manifest.id, manifest.based_on, manifest.title) == ("rieng", base, "Báo cáo của xã")
    assert unit.run("mau", "dung", "rieng") == 0
    assert "đã đúng với noi-dung.md" in unit.out


def test_without_a_title_a_based_pack_is_called_as_its_base(clerk: Clerk) -> None:
    assert clerk.run("mau", "tao-moi", "rieng", "--dua-tren", "cchc-nam") == 0
    assert find_pack("rieng").manifest.title == find_pack("cchc-nam").manifest.title
    try_it(clerk)


def test_a_base_without_blocks_is_refused(unit: Clerk) -> None:
    assert unit.run("mau", "tao-moi", "nen") == 0
    Path("mau/nen/noi-dung.md").write_text("@dau_van_ban\n\nMột đoạn.\n\n@khoi_ky\n", encoding="utf-8")
    assert unit.run("mau", "dung", "nen", "--ghi-de") == 0
    assert unit.codes("mau", "tao-moi", "rieng", "--dua-tren", "nen") == (3, ["goi-nen-khong-khoi"])
    assert not Path("mau/rieng").exists()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Tiếp dân", "tiep-dan"),
        ("tiep_dan", "tiep-dan"),
        ("../tiep", "tiep"),
        ("_manh", "manh"),
        ("…", "tiep-cong-dan"),
    ],
)
def test_a_name_that_cannot_be(clerk: Clerk, name: str, shown: str) -> None:
    code, (item,) = clerk.told("mau", "tao-moi", name)
    assert (code, item["ma"]) == (2, "goi-ten-sai")
    assert f"«baocao mau tao-moi {shown}»" in item["cach_sua"]


def test_the_name_of_a_pack_that_is_there(unit: Clerk) -> None:
    assert unit.run("mau", "tao-moi", "moi") == 0
    for name in ("cchc-nam", "moi"):
        assert unit.codes("mau", "tao-moi", name) == (2, ["goi-ten-da-dung"])


def test_a_folder_that_is_there_is_left_alone(clerk: Clerk) -> None:
    Path("moi").mkdir()
    Path("moi/ghi-chep.txt").write_text("giữ", encoding="utf-8")
    assert clerk.codes("mau", "tao-moi", "moi") == (4, ["goi-thu-muc-da-co"])
    assert [path.name for path in Path("moi").iterdir()] == ["ghi-chep.txt"]


def test_an_unknown_base_is_told_with_the_known(clerk: Clerk) -> None:
    code, (item,) = clerk.told("mau", "tao-moi", "moi", "--dua-tren", "cchc-namm")
    assert (code, item["ma"]) == (3, "goi-khong-co")
    assert not Path("moi").exists()


def test_two_started_packs_of_one_name_are_the_same_bytes(clerk: Clerk) -> None:
    for folder in ("a", "b"):
        assert clerk.run("mau", "tao-moi", "moi", folder) == 0
    one, other = ({path.name: path.read_bytes() for path in Path(f, "moi").iterdir()} for f in "ab")
    assert one["mau.docx"] == other["mau.docx"]
