"""The command line as a clerk and a script meet it: words, files, exit codes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from baocao.cli import run
from docx_reading import read_docx


@pytest.fixture
def work(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with both samples in it."""
    for name in ("tan-hong", "xa-mau"):
        shutil.copytree(samples / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(path: str, old: str, new: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    Path(path).write_text(text.replace(old, new), encoding="utf-8")


def test_tao_makes_the_report_and_says_where(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tao", "tan-hong/2023.yaml", "-o", "bao-cao.docx"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines()[0] == "Đã tạo bao-cao.docx (02 điểm nên xem lại, 01 lưu ý)."
    assert said.out.splitlines()[1].startswith("Đã soát báo cáo: ")
    assert "99,15%" in said.err
    assert "98,09%" in said.err
    assert Path("bao-cao.docx").read_bytes()[:2] == b"PK"


def test_without_o_the_name_is_made_from_number_symbol_and_unit(work: Path) -> None:
    assert run(["tao", "tan-hong/2023.yaml"]) == 0
    assert Path("114-BC-UBND-tan-hong.docx").is_file()


def test_a_draft_without_number_is_named_as_a_draft(work: Path) -> None:
    assert run(["tao", "xa-mau/2025.yaml", "--nhap"]) == 0
    assert [path.name for path in work.glob("*.docx")] == [f"chua-so-BC-UBND-{_xa_slug()}.docx"]


def _xa_slug() -> str:
    from baocao.intake.reader import read
    from baocao.vietnamese.text import slug

    return slug(read("xa-mau/2025.yaml").unit.children["dia_danh"].text)


def test_the_same_input_gives_the_same_bytes(work: Path) -> None:
    assert run(["tao", "tan-hong/2023.yaml", "-o", "a.docx"]) == 0
    assert run(["tao", "tan-hong/2023.yaml", "-o", "b.docx"]) == 0
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_an_edited_report_is_not_overwritten_unless_asked(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("bao-cao.docx").write_bytes(b"sua tay")
    assert run(["tao", "tan-hong/2023.yaml", "-o", "bao-cao.docx"]) == 4
    assert "--ghi-de" in capsys.readouterr().err
    assert Path("bao-cao.docx").read_bytes() == b"sua tay"
    assert run(["tao", "tan-hong/2023.yaml", "-o", "bao-cao.docx", "--ghi-de"]) == 0
    assert Path("bao-cao.docx").read_bytes()[:2] == b"PK"


def test_nghiem_ngat_refuses_the_two_false_rates(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tao", "tan-hong/2023.yaml", "-o", "bao-cao.docx", "--nghiem-ngat"]) == 1
    said = capsys.readouterr().err
    assert "Phải sửa (02)" in said
    assert "98,09%" in said
    assert "98,83%" in said
    assert not Path("bao-cao.docx").exists()


def test_every_fault_is_told_in_one_run_with_line_and_label(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("tan-hong/2023.yaml", "tiep_nhan: 27.630", "tiep_nhann: 27.630")
    edit("tan-hong/2023.yaml", "so_hoa_ton: 16.067", "so_hoa_ton: -5")
    edit("tan-hong/2023.yaml", "ty_le_ky_so: 81,87%", "ty_le_ky_so: 181,87%")
    assert run(["soat", "tan-hong/2023.yaml", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    errors = {item["ma"]: item for item in report["phat_hien"] if item["muc_do"] == "loi"}
    lines = Path("tan-hong/2023.yaml").read_text(encoding="utf-8").splitlines()
    typed = {item["vi_tri"]["line"]: lines[item["vi_tri"]["line"] - 1].strip() for item in errors.values()}
    assert set(typed.values()) >= {"tiep_nhann: 27.630", "so_hoa_ton: -5", "ty_le_ky_so: 181,87%"}
    assert all(item["cach_sua"] for item in errors.values())


def test_json_names_the_file_that_was_made(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tao", "tan-hong/2023.yaml", "-o", "bao-cao.docx", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["thanh_cong"] is True
    assert said["tep"] == ["bao-cao.docx"]
    assert [item["ma"] for item in said["phat_hien"]] == ["ty-le-lech", "ty-le-bi-cat", "ty-le-lech"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["taoo"], 2, "Không có lệnh «taoo». Có phải «tao» không?"),
        (["tao"], 2, "Thiếu TỆP"),
        (["tao", "tan-hong/2023.yaml", "--ghide"], 2, "Có phải «--ghi-de» không?"),
        (["tao", "a.yaml", "b.yaml"], 2, "Gõ thừa: b.yaml"),
        (["tao", "khong-co.yaml"], 1, "khong-co.yaml"),
        (["tao", "tan-hong/2023.yaml", "--mau", "cchc-namm"], 3, "cchc-nam"),
        (["tao", "tan-hong/2023.yaml", "-o", "khong-co/bao-cao.docx"], 4, "Không có thư mục khong-co"),
        (["tao", "tan-hong/2023.yaml", "-o", "tan-hong"], 4, "đó là một thư mục"),
    ],
)
def test_what_a_person_gets_wrong(
    work: Path, capsys: pytest.CaptureFixture[str], words: list[str], code: int, said: str
) -> None:
    assert run(words) == code
    assert said in capsys.readouterr().err


def test_pdf_without_libreoffice_is_said_plainly_and_the_docx_stands(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baocao.pdf.converting.find_libreoffice", lambda: None)
    assert run(["tao", "tan-hong/2023.yaml", "-o", "bao-cao.docx", "--pdf"]) == 4
    said = capsys.readouterr()
    assert "chưa có LibreOffice" in said.err
    assert "Đã tạo bao-cao.docx" in said.out
    assert Path("bao-cao.docx").is_file()


@pytest.mark.libreoffice
def test_pdf_stands_beside_the_report(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tao", "tan-hong/2023.yaml", "-o", "bao-cao.docx", "--pdf"]) == 0
    assert Path("bao-cao.pdf").read_bytes()[:5] == b"%PDF-"
    assert "bao-cao.docx và bao-cao.pdf" in capsys.readouterr().out


def test_mau_ds_and_truong_tell_what_there_is(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["mau", "ds"]) == 0
    assert "cchc-nam" in capsys.readouterr().out
    assert run(["mau", "truong", "cchc-nam", "--json"]) == 0
    names = {item["ten"]: item for item in json.loads(capsys.readouterr().out)}
    assert names["tthc.tiep_nhan"]["the"] == "{{ tthc.tiep_nhan }}"
    assert names["tthc.tiep_nhan"]["don_vi_tinh"] == "hồ sơ"
    assert names["tthc.tiep_nhan"]["vi_du"]


def test_mau_dung_gives_the_committed_template_again(work: Path) -> None:
    from baocao.packs.finder import builtin_folder

    assert run(["mau", "dung", "cchc-nam", "-o", "mau.docx"]) == 0
    assert Path("mau.docx").read_bytes() == (builtin_folder() / "cchc-nam" / "mau.docx").read_bytes()
    assert run(["mau", "dung", "tan-hong/mau/cchc-nam", "-o", "rieng.docx"]) == 0
    assert Path("rieng.docx").read_bytes() == Path("tan-hong/mau/cchc-nam/mau.docx").read_bytes()


def test_thong_tin_names_versions_and_folders(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["thong-tin", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["baocao"] == "0.1.0"
    assert "cchc-nam" in facts["goi_mau"]
    assert facts["bo_nho_dem"] == os.environ["BAOCAO_CACHE"]


@pytest.mark.parametrize("group", [[], ["mau"]], ids=["baocao", "mau"])
def test_the_list_of_commands_cuts_no_sentence(group: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*group, "--help"]) == 0
    listed = capsys.readouterr().out.partition("Các lệnh:\n")[2]
    assert listed
    assert "..." not in listed


def test_help_imports_nothing_heavy() -> None:
    """Start-up as a contract: the help page needs click and our own grammar only."""
    script = (
        "import sys\nfrom baocao.cli import run\nrun(['--help'])\n"
        "loaded = {name.partition('.')[0] for name in sys.modules}\n"
        "heavy = {'jinja2', 'yaml', 'lxml', 'docx', 'docxtpl'} & loaded\n"
        "print(sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "Cách dùng: baocao" in done.stdout


def test_a_fault_of_our_own_is_told_as_such(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr("baocao.produce.produce", broken)
    assert run(["tao", "tan-hong/2023.yaml"]) == 70
    assert "lỗi của chính chương trình" in capsys.readouterr().err


def test_an_interrupt_leaves_no_file(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("baocao.output.os.fsync", stopped)
    before = sorted(work.rglob("*"))
    assert run(["tao", "tan-hong/2023.yaml", "-o", "bao-cao.docx"]) == 130
    assert sorted(work.rglob("*")) == before
    assert "Đã dừng theo yêu cầu" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "code"),
    [("bao-cao.pdf", "ten-sai-duoi"), ("so-lieu", "ten-sai-duoi"), ("tan-hong/2023.yaml", "ten-sai-duoi")],
)
def test_a_result_without_the_suffix_of_word_is_refused(
    work: Path, capsys: pytest.CaptureFixture[str], name: str, code: str
) -> None:
    before = {path: path.read_bytes() for path in work.rglob("*") if path.is_file()}
    assert run(["tao", "tan-hong/2023.yaml", "-o", name, "--ghi-de", "--json"]) == 4
    assert [item["ma"] for item in json.loads(capsys.readouterr().out)["phat_hien"]] == [code]
    assert {path: path.read_bytes() for path in work.rglob("*") if path.is_file()} == before


def test_the_units_own_template_is_never_the_target(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template = Path("tan-hong/mau/cchc-nam/mau.docx")
    before = template.read_bytes()
    assert run(["tao", "tan-hong/2023.yaml", "-o", str(template), "--ghi-de"]) == 4
    assert "đang đọc" in capsys.readouterr().err
    assert template.read_bytes() == before


def test_a_template_edited_in_word_is_not_rebuilt_unasked(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = Path("tan-hong/mau/cchc-nam/mau.docx")
    assert run(["mau", "dung", "tan-hong/mau/cchc-nam"]) == 0
    assert "không cần dựng lại" in capsys.readouterr().out
    template.write_bytes(b"sua trong Word")
    assert run(["mau", "dung", "tan-hong/mau/cchc-nam"]) == 4
    assert template.read_bytes() == b"sua trong Word"
    assert run(["mau", "dung", "tan-hong/mau/cchc-nam", "--ghi-de"]) == 0
    assert template.read_bytes()[:2] == b"PK"


def test_soat_says_what_tao_would_refuse(work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["soat", "xa-mau/2025.yaml", "--json"]) == 1
    audited = json.loads(capsys.readouterr().out)["phat_hien"]
    assert run(["tao", "xa-mau/2025.yaml", "-o", "a.docx", "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["phat_hien"] == audited
    assert {item["ma"] for item in audited if item["muc_do"] == "loi"} == {"o-trong"}
    assert all(item["vi_tri"]["file"] == "xa-mau/2025.yaml" for item in audited)
    cells = [item["vi_tri"] for item in audited if "[3]" in item["vi_tri"]["key"]]
    row = next(
        n for n, line in enumerate(Path("xa-mau/2025.yaml").read_text().splitlines(), 1) if "Đất đai" in line
    )
    assert {place["line"] for place in cells} == {row}


def test_a_draft_lists_its_blanks_and_only_a_draft_is_marked(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["tao", "xa-mau/2025.yaml", "-o", "a.docx", "--nhap", "--json"]) == 0
    assert {item["ma"] for item in json.loads(capsys.readouterr().out)["phat_hien"]} == {"o-trong-nhap"}
    assert "DỰ THẢO" in read_docx(Path("a.docx").read_bytes()).paragraphs
    edit("tan-hong/2023.yaml", "  so: 114\n", "  so:\n")
    assert run(["tao", "tan-hong/2023.yaml", "-o", "b.docx"]) == 0
    assert "DỰ THẢO" not in read_docx(Path("b.docx").read_bytes()).text


def test_a_typed_figure_that_no_sentence_prints_is_told(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("xa-mau/mau/cchc-nam").mkdir(parents=True)
    Path("xa-mau/mau/cchc-nam/chi-tieu.yaml").write_text(
        "chi_tieu:\n  to_chuc.them_rieng: {nhan: Số riêng của xã, loai: dem}\n", encoding="utf-8"
    )
    edit("xa-mau/2025.yaml", "  to_chuc:\n", "  to_chuc:\n    them_rieng: 5\n")
    assert run(["tao", "xa-mau/2025.yaml", "--nhap", "-o", "a.docx", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["phat_hien"]
    assert [item["vi_tri"]["label"] for item in told if item["ma"] == "da-nhap-khong-in"] == [
        "Số riêng của xã"
    ]


def test_the_blank_data_file_needs_only_the_required_figures(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["mau", "truong", "cchc-nam", "--so-lieu"]) == 0
    text = capsys.readouterr().out
    Path("xa-mau/moi.yaml").write_text(text, encoding="utf-8")
    assert run(["soat", "xa-mau/moi.yaml", "--json"]) == 1
    assert {item["ma"] for item in json.loads(capsys.readouterr().out)["phat_hien"]} == {"thieu-bat-buoc"}
    for name in ("tiep_nhan", "da_giai_quyet"):
        text = text.replace(f"\n    {name}:", f"\n    {name}: 100", 1)
    Path("xa-mau/moi.yaml").write_text(text, encoding="utf-8")
    assert run(["tao", "xa-mau/moi.yaml", "-o", "moi.docx"]) == 0
