"""A unit's working folder, as a clerk makes it and works in it."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from baocao.errors import OutputError
from baocao.model.profile import FILE_FORM
from baocao.model.signer import FORM as SIGNER_FORM
from baocao.model.style import STYLE_FORM
from baocao.output import make_folder
from baocao.workplace import Workplace, find_workplace
from docx_reading import read_docx
from workplace_kit import COMMITTEE, Clerk, commented_blocks, fill, put_to_use

FILES = ["don-vi.yaml", "mau/_manh/huong-dan.txt", "mau/huong-dan.txt", "so-lieu/2026.yaml"]


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """A clerk at an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Clerk(capsys)


@pytest.fixture
def started(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk inside a started working folder whose profile and data of 2026 are filled in."""
    assert clerk.run("khoi-tao", "xa", "--ten", COMMITTEE, "--nam", "2026") == 0
    monkeypatch.chdir("xa")
    fill("don-vi.yaml", ho_ten="Nguyễn Văn An")
    fill("so-lieu/2026.yaml", so="12", ngay="22/12/2026", tiep_nhan="1.250", da_giai_quyet="1.200")
    return clerk


def files_in(folder: Path | str) -> list[str]:
    root = Path(folder)
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


# ----- khoi-tao -----


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
    assert len(blocks) == 13
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


@pytest.mark.parametrize(
    ("words", "exit_code", "code"),
    [
        (["--nam", "26"], 2, "khoi-tao-nam-sai"),
        (["--nam", "1900"], 2, "khoi-tao-nam-sai"),
        (["--nam", "2026²"], 2, "khoi-tao-nam-sai"),
        (["--cap", "ấp"], 2, "khoi-tao-cap-sai"),
        (["--cap-tren", "khong-co.yaml"], 2, "khoi-tao-thieu-cap-tren"),
        (["--mau", "cchc-namm"], 3, "goi-khong-co"),
    ],
)
def test_a_wrong_option_makes_no_folder(clerk: Clerk, words: list[str], exit_code: int, code: str) -> None:
    assert clerk.codes("khoi-tao", "xa", *words) == (exit_code, [code])
    assert not Path("xa").exists()


@pytest.mark.parametrize("folder", ["tep.txt", "tep.txt/ben-trong"])
def test_a_file_where_the_folder_should_be(clerk: Clerk, folder: str) -> None:
    Path("tep.txt").write_text("chữ", encoding="utf-8")
    code, (item,) = clerk.told("khoi-tao", folder)
    assert (code, item["ma"]) == (4, "thu-muc-la-tep")
    assert item["noi_dung"] == "tep.txt là một tệp, nên không tạo được thư mục có tên đó."


def test_a_file_where_a_folder_inside_should_be(clerk: Clerk) -> None:
    Path("xa").mkdir()
    Path("xa/so-lieu").write_text("chữ", encoding="utf-8")
    assert clerk.codes("khoi-tao", "xa") == (4, ["thu-muc-la-tep"])
    assert files_in("xa") == ["so-lieu"]


def test_a_link_to_nothing_where_the_folder_should_be(clerk: Clerk) -> None:
    Path("xa").symlink_to("khong-co")
    assert clerk.codes("khoi-tao", "xa") == (4, ["thu-muc-la-tep"])


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (PermissionError(13, "refused"), "thu-muc-khong-duoc-tao"),
        (OSError(36, "too long"), "thu-muc-khong-tao-duoc"),
        (ValueError("null byte"), "thu-muc-khong-tao-duoc"),
    ],
)
def test_a_folder_that_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, code: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise fault

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(OutputError) as caught:
        make_folder(tmp_path / "xa")
    assert [item.code for item in caught.value.findings] == [code]


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


def refusing(*_: object, **__: object) -> None:
    """The system refuses: the folder only lets itself be read."""
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize(
    ("owner", "name"),
    [(tempfile, "mkstemp"), (os, "replace"), (Path, "read_bytes"), (Path, "is_file"), (Path, "exists")],
)
@pytest.mark.parametrize(
    "words", [["khoi-tao", ".", "--ghi-de"], ["mau", "sao-chep", "cchc-nam", "--ghi-de"]]
)
def test_a_folder_without_rights_is_told_in_plain_words(
    started: Clerk, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, words: list[str]
) -> None:
    assert started.run("mau", "sao-chep", "cchc-nam") == 0
    Path("mau/cchc-nam/mau.docx").write_bytes(Path("mau/cchc-nam/goc/mau.docx").read_bytes())
    before = {path: path.read_bytes() for path in map(Path, files_in("."))}
    real = getattr(owner, name)

    def refuse(*given: Any, **named: Any) -> Any:
        inside = owner is not Path or not given[0].is_absolute()
        return refusing() if inside else real(*given, **named)

    with monkeypatch.context() as patched:
        patched.setattr(owner, name, refuse)
        code, found = started.codes(*words)
    assert code in (1, 3, 4)
    assert found
    assert "loi-noi-bo" not in found
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize(
    "words", [["khoi-tao", ".", "--ghi-de"], ["mau", "sao-chep", "cchc-nam", "--ghi-de"]]
)
def test_nothing_is_replaced_in_a_folder_that_takes_no_new_file(
    started: Clerk, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    """As the system has it for a folder that may only be read: files in it may be written, not renamed."""
    assert started.run("mau", "sao-chep", "cchc-nam") == 0
    folder = Path("mau/cchc-nam") if words[0] == "mau" else Path()
    Path("mau/cchc-nam/goc/mau.docx").write_bytes(b"truoc")
    before = {path: path.read_bytes() for path in map(Path, files_in("."))}
    access = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: (mode, Path(path)) != (os.W_OK, folder) and access(path, mode)
    )
    monkeypatch.setattr(Path, "rename", refusing)
    code, (item,) = started.told(*words)
    assert (code, item["ma"]) == (4, "khong-duoc-ghi")
    assert item["noi_dung"].startswith("Không được phép ghi vào ")
    assert {path: path.read_bytes() for path in map(Path, files_in("."))} == before


# ----- the other commands, in the folder -----


def test_a_unit_profile_is_no_data_file(started: Clerk) -> None:
    for name in ("tao", "soat"):
        code, (item,) = started.told(name, "don-vi.yaml")
        assert (code, item["ma"]) == (1, "so-lieu-la-ho-so")
        assert item["noi_dung"] == "don-vi.yaml là hồ sơ đơn vị, không phải tệp số liệu."
        assert item["cach_sua"].endswith("ví dụ so-lieu/2026.yaml.")


def test_a_working_folder_that_is_named_is_as_the_one_around(
    started: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("..")
    assert started.run("soat", "xa") == 0
    assert started.run("tao", "xa") == 0
    assert started.out.splitlines() == [
        "Làm từ tệp số liệu mới nhất: xa/so-lieu/2026.yaml",
        "Đã tạo xa/ket-qua/12-BC-UBND-minh-hoa.docx (không có gì phải sửa).",
        "Đã soát báo cáo: không có gì phải sửa; đã tính lại 01 chỗ có số: khớp 01.",
    ]
    code, (item,) = started.told("tao", ".")
    assert (code, item["ma"]) == (2, "khong-la-thu-muc-lam-viec")
    Path("xa/so-lieu/2026.yaml").unlink()
    assert started.codes("tao", "xa") == (1, ["so-lieu-chua-co"])


def test_sao_chep_takes_the_pack_in_use(started: Clerk) -> None:
    assert started.run("mau", "tao-moi", "tiep-dan") == 0
    assert started.run("mau", "sao-chep", "--khoi", "ket_thuc") == 0
    assert Path("mau/cchc-nam/mau.docx").is_file()
    Path("so-lieu/2026.yaml").unlink()
    code, (item,) = started.told("mau", "sao-chep")
    assert (code, item["ma"]) == (2, "chua-neu-goi")
    assert "cchc-nam, tiep-dan" in item["noi_dung"]
    assert "«baocao mau sao-chep cchc-nam»" in item["cach_sua"]


@pytest.mark.parametrize(("below", "up"), [(".", ""), ("so-lieu", "../"), ("mau/_manh", "../../")])
def test_tao_needs_no_name_in_the_folder_or_below(
    started: Clerk, monkeypatch: pytest.MonkeyPatch, below: str, up: str
) -> None:
    root = Path.cwd()
    monkeypatch.chdir(below)
    assert started.run("tao") == 0
    assert started.out.splitlines() == [
        f"Làm từ tệp số liệu mới nhất: {up}so-lieu/2026.yaml",
        f"Đã tạo {up}ket-qua/12-BC-UBND-minh-hoa.docx (không có gì phải sửa).",
        "Đã soát báo cáo: không có gì phải sửa; đã tính lại 01 chỗ có số: khớp 01.",
    ]
    text = read_docx((root / "ket-qua" / "12-BC-UBND-minh-hoa.docx").read_bytes()).text
    assert "XÃ MINH HỌA" in text
    assert "Nguyễn Văn An" in text


def test_tao_from_outside_puts_the_report_into_the_folder_of_the_data(
    started: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree("ket-qua")
    monkeypatch.chdir("..")
    assert started.run("tao", "xa/so-lieu/2026.yaml", "--json") == 0
    said = json.loads(started.out)
    assert (said["so_lieu"], said["tep"]) == (
        "xa/so-lieu/2026.yaml",
        ["xa/ket-qua/12-BC-UBND-minh-hoa.docx"],
    )
    assert started.run("tao", "xa/so-lieu/2026.yaml", "-o", "day.docx") == 0
    assert Path("day.docx").is_file()


def test_a_report_that_is_there_is_not_overwritten(started: Clerk) -> None:
    assert started.run("tao") == 0
    assert started.codes("tao") == (4, ["tep-da-co"])
    assert started.run("tao", "--ghi-de") == 0


def test_a_report_open_in_word_is_told(started: Clerk) -> None:
    assert started.run("tao") == 0
    Path("ket-qua/~$-BC-UBND-minh-hoa.docx").write_bytes(b"")
    assert started.codes("tao", "--ghi-de") == (4, ["tep-dang-mo"])


def test_soat_takes_the_newest_data_and_says_which(started: Clerk) -> None:
    assert started.run("soat") == 0
    assert started.out.splitlines() == [
        "Soát tệp số liệu mới nhất: so-lieu/2026.yaml",
        "so-lieu/2026.yaml: không có gì phải sửa.",
    ]


def test_of_two_years_the_later_is_the_newest_whatever_was_edited_last(started: Clerk) -> None:
    shutil.copy("so-lieu/2026.yaml", "so-lieu/2025.yaml")
    shutil.copy("so-lieu/2026.yaml", "so-lieu/ghi-chep.yml")
    os.utime("so-lieu/2026.yaml", (0, 0))
    for lock in (".~lock.2027.yaml#", "~$2027.yaml", ".2028.yaml"):
        Path("so-lieu", lock).write_bytes(b"")
    Path("so-lieu/2029.yaml").mkdir()
    assert started.run("soat") == 0
    assert started.out.startswith("Soát tệp số liệu mới nhất: so-lieu/2026.yaml\n")


def test_two_files_of_the_newest_year_are_a_question(started: Clerk) -> None:
    shutil.copy("so-lieu/2026.yaml", "so-lieu/2026-quy-1.yaml")
    code, (item,) = started.told("tao")
    assert (code, item["ma"]) == (1, "so-lieu-nhieu-tep")
    assert item["noi_dung"] == (
        "Thư mục so-lieu có 02 tệp số liệu cùng là mới nhất: 2026-quy-1.yaml, 2026.yaml."
    )
    assert "«baocao tao so-lieu/2026-quy-1.yaml»" in item["cach_sua"]
    assert started.run("tao", "so-lieu/2026.yaml") == 0


@pytest.mark.parametrize("left", ["empty", "gone"])
def test_no_data_yet(started: Clerk, left: str) -> None:
    shutil.rmtree("so-lieu")
    if left == "empty":
        Path("so-lieu").mkdir()
    code, (item,) = started.told("tao")
    assert (code, item["ma"]) == (1, "so-lieu-chua-co")
    assert "«baocao khoi-tao . --nam …»" in item["cach_sua"]


def test_outside_a_working_folder_a_name_is_needed(clerk: Clerk) -> None:
    for name in ("tao", "soat"):
        code, (item,) = clerk.told(name)
        assert (code, item["ma"]) == (2, "chua-neu-so-lieu")
        assert f"«baocao {name} so-lieu.yaml»" in item["cach_sua"]


def test_data_that_names_a_profile_keeps_it(started: Clerk) -> None:
    text = Path("don-vi.yaml").read_text(encoding="utf-8").replace("Minh Họa", "Bình An")
    Path("so-lieu/khac.yaml").write_text(text, encoding="utf-8")
    data = Path("so-lieu/2026.yaml")
    data.write_text(f"don_vi: khac.yaml\n{data.read_text(encoding='utf-8')}", encoding="utf-8")
    assert started.run("tao", "so-lieu/2026.yaml") == 0
    assert files_in("ket-qua") == ["12-BC-UBND-binh-an.docx"]


def test_a_lone_profile_far_above_is_not_taken(clerk: Clerk, samples: Path) -> None:
    shutil.copy(samples / "xa-mau" / "don-vi.yaml", ".")
    Path("sau/trong").mkdir(parents=True)
    data = (samples / "xa-mau" / "2025.yaml").read_text(encoding="utf-8").replace("don_vi: don-vi.yaml\n", "")
    Path("sau/trong/2025.yaml").write_text(data, encoding="utf-8")
    assert clerk.codes("tao", "sau/trong/2025.yaml", "--nhap")[1][:1] == ["thieu-muc"]
    Path("2025.yaml").write_text(data, encoding="utf-8")
    assert clerk.run("tao", "2025.yaml", "--nhap") == 0
    assert [path.name for path in Path().glob("*.docx")] == ["chua-so-BC-UBND-minh-hoa.docx"]


def test_a_sample_folder_without_the_other_folders_keeps_its_results_where_one_stands(
    clerk: Clerk, samples: Path
) -> None:
    shutil.copytree(samples / "xa-mau", "xa-mau")
    assert clerk.run("tao", "xa-mau/2025.yaml", "--nhap") == 0
    assert Path("chua-so-BC-UBND-minh-hoa.docx").is_file()


def test_a_data_folder_that_may_not_be_read(started: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert started.codes("tao") == (1, ["tep-khong-doc-duoc"])


# ----- find_workplace -----


def test_the_nearest_working_folder_is_found_from_a_file_or_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("ngoai/so-lieu", "ngoai/xa/mau/goi"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in ("ngoai", "ngoai/xa"):
        (tmp_path / folder / "don-vi.yaml").touch()
    monkeypatch.chdir(tmp_path / "ngoai" / "xa")
    assert find_workplace(Path()) == Workplace(Path())
    assert find_workplace(Path("mau/goi/mau.docx")) == Workplace(Path())
    assert find_workplace(Path("../so-lieu")) == Workplace(Path(".."))
    assert find_workplace(tmp_path / "ngoai" / "xa" / "mau") == Workplace(tmp_path / "ngoai" / "xa")
    assert find_workplace(Path("tên\0hỏng")) == Workplace(Path())
