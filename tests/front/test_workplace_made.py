"""A unit's working folder, as a clerk makes it: what stands in it, a second run, another year."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from baocao.model.profile import FILE_FORM
from baocao.model.signer import FORM as SIGNER_FORM
from baocao.model.style import STYLE_FORM
from workplace_kit import COMMITTEE, Clerk, commented_blocks, files_in, put_to_use

FILES = ["don-vi.yaml", "mau/_manh/huong-dan.txt", "mau/huong-dan.txt", "so-lieu/2026.yaml"]


@pytest.mark.parametrize("folder", ["xa", "UBND xã Minh Họa", "a/b/xã c"])
def test_a_new_folder_of_any_name_holds_everything(clerk: Clerk, folder: str) -> None:
    assert clerk.run("khoi-tao", folder, "--ten", COMMITTEE, "--nam", "2026") == 0
    assert files_in(folder) == FILES
    assert (Path(folder) / "ket-qua").is_dir()
    shown = f'"{folder}"' if " " in folder else folder
    assert clerk.out.splitlines() == [
        f"Đã tạo thư mục làm việc {folder}:",
        "  don-vi.yaml (mới)",
        "  so-lieu/2026.yaml (mới)",
        "  mau/huong-dan.txt (mới)",
        "  mau/_manh/huong-dan.txt (mới)",
        "Việc tiếp theo:",
        "  1. Điền don-vi.yaml (01 chỗ ghi CẦN ĐIỀN), mở bằng Notepad.",
        "  2. Điền số liệu vào so-lieu/2026.yaml.",
        f"  3. Vào thư mục:              cd {shown}",
        "  4. Muốn điền bằng Excel:     baocao bieu tao --ky 2026 -o so-lieu/2026.xlsx",
        "  5. Soát số liệu:             baocao soat",
        "  6. Làm bản dự thảo:          baocao tao --nhap",
        "  7. Làm báo cáo:              baocao tao",
    ]


@pytest.mark.parametrize(
    ("typed", "profile"),
    [
        (
            COMMITTEE,
            {
                "ten": COMMITTEE,
                "cap": "xa",
                "dong_ten": ["ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"],
                "dia_danh": "Minh Họa",
                "ky_hieu": "UBND",
                "tu_xung": "xã",
                "nguoi": {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": None},
            },
        ),
        (
            "UBND  phường 4",
            {
                "ten": "Ủy ban nhân dân phường 4",
                "cap": "xa",
                "dong_ten": ["ỦY BAN NHÂN DÂN", "PHƯỜNG 4"],
                "dia_danh": "Phường 4",
                "ky_hieu": "UBND",
                "tu_xung": "phường",
                "nguoi": {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": None},
            },
        ),
        (
            "Ủy ban nhân dân thành phố Cần Thơ",
            {
                "ten": "Ủy ban nhân dân thành phố Cần Thơ",
                "cap": "tinh",
                "dong_ten": ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ CẦN THƠ"],
                "dia_danh": "Cần Thơ",
                "ky_hieu": "UBND",
                "tu_xung": "thành phố",
                "nguoi": {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": None},
            },
        ),
        (
            'Trung tâm "Một: cửa" #1',
            {
                "ten": 'Trung tâm "Một: cửa" #1',
                "cap": None,
                "dong_ten": ['TRUNG TÂM "MỘT: CỬA" #1'],
                "dia_danh": None,
                "ky_hieu": None,
                "tu_xung": "Trung tâm",
                "nguoi": {"chuc_vu": None, "ho_ten": None},
            },
        ),
        (
            "",
            {
                "ten": None,
                "cap": None,
                "dia_danh": None,
                "ky_hieu": None,
                "nguoi": {"chuc_vu": None, "ho_ten": None},
            },
        ),
    ],
)
def test_the_profile_says_what_follows_from_the_name(
    clerk: Clerk, typed: str, profile: dict[str, object]
) -> None:
    assert clerk.run("khoi-tao", "don-vi", "--ten", typed) == 0
    read = yaml.safe_load(Path("don-vi/don-vi.yaml").read_text(encoding="utf-8"))
    read["nguoi"] = read.pop("nguoi_ky")["nguoi_dung_dau"]
    assert read.pop("luu") == "VT"
    assert read == profile


@pytest.mark.parametrize("inside", ["so-lieu", "mau/cchc-nam", "ket-qua"])
def test_no_working_folder_is_made_inside_another(
    started: Clerk, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    Path(inside).mkdir(exist_ok=True)
    up = "/".join([".."] * len(Path(inside).parts))
    before = files_in(".")
    monkeypatch.chdir(inside)
    code, (item,) = started.told("khoi-tao", ".", "--nam", "2028")
    assert (code, item["ma"]) == (2, "khoi-tao-ben-trong")
    assert item["noi_dung"].startswith(f"{Path(inside).name} nằm trong thư mục làm việc xa ")
    assert f"«baocao khoi-tao {up} --nam 2028»" in item["cach_sua"]
    assert started.codes("khoi-tao", "moi/xa") == (2, ["khoi-tao-ben-trong"])
    monkeypatch.chdir(up)
    assert files_in(".") == before
    assert started.run("khoi-tao", "xa-con", "--nam", "2028") == 0


def test_a_folder_of_the_same_name_elsewhere_may_be_a_working_folder(clerk: Clerk) -> None:
    assert clerk.run("khoi-tao", "mau", "--ten", COMMITTEE) == 0


def test_the_profile_names_every_level_that_works(clerk: Clerk) -> None:
    assert clerk.run("khoi-tao", "xa") == 0
    text = Path("xa/don-vi.yaml").read_text(encoding="utf-8")
    found = re.search(r"^cap: .*một trong (.*)$", text, re.MULTILINE)
    assert found
    levels = found[1].split(", ")
    assert levels == ["xa", "phuong", "dac_khu", "thi_tran", "huyen", "quan", "thi_xa", "tinh"]
    for number, level in enumerate(levels):
        assert clerk.run("khoi-tao", f"moi-{number}", "--cap", level) == 0, level


def test_every_blank_entry_is_marked_and_a_finding_at_its_line(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert clerk.run("khoi-tao", "xa", "--nam", "2026") == 0
    monkeypatch.chdir("xa")
    lines = Path("don-vi.yaml").read_text(encoding="utf-8").splitlines()
    marked = [number for number, line in enumerate(lines, 1) if re.search(r":\s+# CẦN ĐIỀN: ", line)]
    code, findings = clerk.told("tao", "--nhap")
    assert code == 1
    blanks = [item["vi_tri"] for item in findings if item["ma"] == "thieu-muc"]
    assert [place["line"] for place in blanks] == marked
    assert {place["file"] for place in blanks} == {"don-vi.yaml"}
    assert files_in("ket-qua") == []


def test_every_entry_a_profile_may_have_is_in_it(clerk: Clerk) -> None:
    assert clerk.run("khoi-tao", "xa") == 0
    text = Path("xa/don-vi.yaml").read_text(encoding="utf-8")
    for name in (*FILE_FORM, *STYLE_FORM, *SIGNER_FORM):
        assert re.search(rf"\b{name}\b", text), name


def test_every_commented_entry_can_be_taken_into_use(started: Clerk) -> None:
    started.run("khoi-tao", "../tinh", "--ten", "Ủy ban nhân dân tỉnh Ví Dụ")
    file = Path("don-vi.yaml")
    text = file.read_text(encoding="utf-8")
    blocks = commented_blocks(text)
    assert len(blocks) == 14
    for block in blocks:
        file.write_text(put_to_use(text, block), encoding="utf-8")
        assert started.codes("soat") == (0, []), block


def test_the_blank_data_names_the_year_and_last_years_file_when_it_is_there(started: Clerk) -> None:
    assert started.run("khoi-tao", ".", "--nam", "2027") == 0
    assert "  so-lieu/2027.yaml (mới)" in started.out.splitlines()
    first, second = (yaml.safe_load(Path(f"so-lieu/{year}.yaml").read_text("utf-8")) for year in (2026, 2027))
    assert (first["ky"], "nam_truoc" in first) == ({"nam": 2026}, False)
    assert (second["ky"], second["nam_truoc"]) == ({"nam": 2027}, "2026.yaml")
    assert "don_vi" not in second


def test_the_second_run_only_adds_what_is_missing_and_says_so(started: Clerk) -> None:
    Path("mau/huong-dan.txt").unlink()
    shutil.rmtree("ket-qua")
    before = {name: Path(name).read_bytes() for name in ("don-vi.yaml", "so-lieu/2026.yaml")}
    assert started.run("khoi-tao", ".", "--nam", "2026") == 0
    assert started.out.splitlines()[1:5] == [
        "  don-vi.yaml (đã có, giữ nguyên)",
        "  so-lieu/2026.yaml (đã có, giữ nguyên)",
        "  mau/huong-dan.txt (mới)",
        "  mau/_manh/huong-dan.txt (đã có, giữ nguyên)",
    ]
    assert started.out.startswith("Đã ghi vào thư mục có sẵn xa:\n")
    assert {name: Path(name).read_bytes() for name in before} == before
    assert Path("ket-qua").is_dir()
    assert started.run("khoi-tao", ".", "--nam", "2026") == 0
    assert started.out.startswith("Không thiếu gì nên không tạo thêm gì trong thư mục làm việc xa:")


def test_options_for_a_profile_that_is_kept_are_told_to_do_nothing(started: Clerk) -> None:
    code, (item,) = started.told("khoi-tao", ".", "--ten", "UBND xã Khác", "--cap", "xa")
    assert (code, item["ma"], item["muc_do"]) == (0, "khoi-tao-ho-so-giu", "thong_tin")
    assert item["noi_dung"].startswith("don-vi.yaml đã có nên được giữ nguyên; --ten, --cap không")


def test_ghi_de_keeps_the_old_files_beside(started: Clerk) -> None:
    typed = Path("don-vi.yaml").read_bytes()
    for old in ("don-vi.yaml.cu", "don-vi.yaml.cu-2"):
        Path("don-vi.yaml").write_bytes(typed)
        assert started.run("khoi-tao", ".", "--ten", "UBND xã Khác", "--nam", "2026", "--ghi-de") == 0
        assert Path(old).read_bytes() == typed
        assert f"  {old} (bản cũ)" in started.out.splitlines()
    assert "Ủy ban nhân dân xã Khác" in Path("don-vi.yaml").read_text(encoding="utf-8")
    assert "tiep_nhan: 1.250" in Path("so-lieu/2026.yaml.cu").read_text(encoding="utf-8")


def test_the_profile_names_its_parent_from_its_own_folder(started: Clerk) -> None:
    assert started.run("khoi-tao", "../tinh", "--ten", "UBND tỉnh Đồng Tháp") == 0
    assert started.run("khoi-tao", "../moi/xa", "--ten", COMMITTEE, "--cap-tren", "../tinh/don-vi.yaml") == 0
    profile = yaml.safe_load(Path("../moi/xa/don-vi.yaml").read_text(encoding="utf-8"))
    assert profile["cap_tren"] == "../../tinh/don-vi.yaml"
    assert "cap-tren-thieu" not in started.codes("soat", "../moi/xa/so-lieu/2026.yaml")[1]


def test_two_packs_in_one_year_have_files_of_their_own(started: Clerk) -> None:
    assert started.run("mau", "tao-moi", "tiep-dan") == 0
    assert started.run("khoi-tao", ".", "--nam", "2026", "--mau", "tiep-dan") == 0
    assert "  so-lieu/2026-tiep-dan.yaml (mới)" in started.out.splitlines()
    assert "baocao soat so-lieu/2026-tiep-dan.yaml" in started.out
    assert yaml.safe_load(Path("so-lieu/2026-tiep-dan.yaml").read_text("utf-8"))["goi"] == "tiep-dan"


def test_a_new_year_takes_the_pack_in_use(started: Clerk) -> None:
    assert started.run("mau", "tao-moi", "tiep-dan") == 0
    assert started.run("khoi-tao", ".", "--nam", "2027", "--mau", "tiep-dan") == 0
    assert started.run("khoi-tao", ".", "--nam", "2028") == 0
    assert yaml.safe_load(Path("so-lieu/2028.yaml").read_text("utf-8"))["goi"] == "tiep-dan"


def test_the_advice_in_the_folder_of_templates_can_be_followed(started: Clerk) -> None:
    advice = Path("mau/huong-dan.txt").read_text(encoding="utf-8")
    commands = re.findall(r": +baocao ([^)\n]+)", advice)
    assert [command.split()[:2] for command in commands[5:]] == [["mau", "sao-chep"], ["mau", "tao-moi"]]
    for command in commands[:5]:
        assert started.run(*command.split()) == 0, command
