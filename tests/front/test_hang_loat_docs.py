"""What docs/hang-loat.md says is so: its commands run, its lists are those of the program."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from hang_loat_kit import cells, data_of, reports, rows, write_units

from baocao.batch.naming import FIELDS
from baocao.batch.telling.rows import EARLIER
from baocao.cli import run
from baocao.cli.commands.hang_loat import command

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "hang-loat.md").read_text(encoding="utf-8")
FENCED = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def block(language: str) -> str:
    """The first fenced block of a language."""
    return next(text for kind, text in FENCED.findall(PAGE) if kind == language)


def section(title: str) -> str:
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_first_command_makes_a_report_a_data_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_units(Path("so-lieu/2025"))
    assert run(shlex.split(block("bash"))[1:]) == 0
    assert len(reports(Path("bao-cao-cac-xa"))) == 5


def test_the_made_up_province_gives_120_reports_without_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "samples" / "tinh-120-xa", "samples/tinh-120-xa")
    (typed,) = re.findall(r"`baocao (hang-loat samples/[^`]+)`", PAGE)
    assert run(shlex.split(typed)) == 0
    assert len(reports(Path("bao-cao-cac-xa"))) == 120
    (named,) = re.findall(r"`(VD-001-[^`]+\.docx)`", PAGE)
    assert named in reports(Path("bao-cao-cac-xa"))
    assert {row["Phải sửa"] for row in cells(Path("bao-cao-cac-xa"), "Kết quả")} == {None}
    assert cells(Path("bao-cao-cac-xa"), "Lời nhắc") == []


def test_the_list_of_jobs_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "samples" / "tinh-120-xa", "so-lieu")
    for number, name in enumerate(("an-binh", "tan-hong"), 1):
        Path(f"so-lieu/{name}.yaml").write_text(data_of(name, number), encoding="utf-8")
    text = block("yaml").replace("Xã Tân Phú", "Xã An Mẫu")
    Path("viec.yaml").write_text(text, encoding="utf-8")
    assert run(["hang-loat", "viec.yaml", "-o", "ra"]) == 0
    binh, mau, hong = sorted(reports(Path("ra")))
    assert (binh, hong) == ("VD-001-an-binh-01.docx", "gui-tinh/tan-hong.docx")
    assert "-an-mau-" in mau


def test_the_fields_of_names_are_those_of_the_program() -> None:
    assert set(re.findall(r"\{(\w+)\}", section("Tên của các báo cáo"))) == set(FIELDS)


def test_the_entries_of_a_row_are_those_of_the_program(tmp_path: Path) -> None:
    assert run(["hang-loat", str(write_units(tmp_path / "so-lieu")), "-o", str(tmp_path / "ra")]) == 0
    table = section("Cho chương trình khác đọc").split("\n\n")[1]
    told = {key for line in table.splitlines()[2:] for key in re.findall(r"`(\w+)`", line.split("|")[1])}
    assert told == {*next(iter(rows(tmp_path / "ra").values())), EARLIER}


def test_every_option_has_its_place_in_the_page() -> None:
    options = {name for item in command.params for name in item.opts if name.startswith("--")}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE)) - {"--nworkers", "--nthreads"}
    assert named <= options
    assert options - named == {"--mau", "--don-vi"}


def test_the_entries_of_the_sums_are_those_of_the_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    units = write_units(tmp_path / "so-lieu", ("An Ví",))
    assert run(["hang-loat", str(units), "-o", str(tmp_path / "ra"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])["tom_tat"]
    paragraph = next(text for text in PAGE.split("\n\n") if text.startswith("Mục `tom_tat`"))
    ends = {"da_lam", "khong_doi", "giu_ban_sua", "chua_lam"}
    assert set(re.findall(r"`(\w+)`", paragraph)) - {"tom_tat"} == set(told) - ends


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_the_makefile_calls_the_command() -> None:
    said = subprocess.run(["make", "-n", "-f", "-"], input=block("make"), capture_output=True, text=True)
    assert said.stdout.startswith("baocao hang-loat so-lieu/2025 ")


@pytest.mark.libreoffice
def test_the_lines_of_python_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    units = write_units(Path("so-lieu/2025"), ("An Ví", "Bình Ví"))
    (units / "don-vi-2.yaml").write_text(data_of("Bình Ví", 2, settled=-1), encoding="utf-8")
    exec(compile(block("python"), "hang-loat.md", "exec"), {})
    assert capsys.readouterr().out.startswith("Ủy ban nhân dân xã Bình Ví ")
    assert sorted(path.name for path in Path("bao-cao-2025").glob("VD*")) == [
        "VD-001-an-vi-01.docx",
        "VD-001-an-vi-01.pdf",
    ]
