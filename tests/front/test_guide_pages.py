"""The pages for a clerk's moments: what they tell to do is done, what they show is printed."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from guide_kit import Walk, steps, words
from workplace_kit import Clerk, fill

DOCS = Path(__file__).resolve().parents[2] / "docs"
MESSAGES = (DOCS / "hieu-loi-nhac.md").read_text(encoding="utf-8")
WRONG, RIGHT = ": gõ sai", ": gõ lại"


def test_the_first_report_is_made_as_the_page_says(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (DOCS / "bao-cao-dau-tien.md").read_text(encoding="utf-8")
    excel = "```text\nbaocao bieu tao --ky 2026 -o so-lieu/2026.xlsx\n```"
    assert excel in page
    Walk(clerk, monkeypatch).do(page.replace(excel, ""))
    assert clerk.run("bieu", "tao", "--ky", "2026", "-o", "so-lieu/2026.xlsx") == 0


def test_the_commands_of_the_server_page_run(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    Walk(clerk, monkeypatch).do((DOCS / "may-chu.md").read_text(encoding="utf-8"))


DATA_PAGE = (DOCS / "tep-so-lieu.md").read_text(encoding="utf-8")
UNIT = """don_vi:
  ten: Ủy ban nhân dân xã Minh Họa
  cap: xa
  dia_danh: Minh Họa
  ky_hieu: UBND
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}
"""


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", DATA_PAGE, re.DOTALL), ids=range(3))
def test_the_data_shown_makes_a_report(clerk: Clerk, example: str) -> None:
    head = "" if "goi:" in example else "goi: cchc-nam\nky: {nam: 2026}\nvan_ban: {so: 1, ngay: 22/12/2026}\n"
    Path("2026.yaml").write_text(head + UNIT + example, encoding="utf-8")
    assert clerk.run("tao", "2026.yaml", "--nhap") == 0, clerk.err


@pytest.mark.parametrize("period", re.findall(r"`(ky: \{.*?\})`", DATA_PAGE))
def test_the_periods_shown_are_read(clerk: Clerk, period: str) -> None:
    words = f"goi: chung\n{period}\nvan_ban: {{so: 1, ngay: 31/12/2026}}\n{UNIT}so_lieu: {{noi_dung: Lời.}}\n"
    Path("2026.yaml").write_text(words, encoding="utf-8")
    assert clerk.run("tao", "2026.yaml", "--khong-soat") == 0, clerk.err


def test_the_python_of_the_english_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(
        r"```python\n(.*?)```", (DOCS / "english.md").read_text(encoding="utf-8"), re.DOTALL
    )
    shutil.copytree(DOCS.parent / "samples" / "tan-hong", tmp_path / "samples" / "tan-hong")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "english.md", "exec"), {})
    assert (tmp_path / "bao-cao.docx").is_file()


def test_a_free_report_is_made_as_the_page_says(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    Walk(clerk, monkeypatch).do((DOCS / "bao-cao-tu-do.md").read_text(encoding="utf-8"))


def test_tables_and_charts_are_made_as_the_page_says(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert clerk.run("khoi-tao", ".", "--ten", "Ủy ban nhân dân xã Minh Họa", "--nam", "2026") == 0
    page = (DOCS / "bang-phu-luc.md").read_text(encoding="utf-8")
    called = dict(re.findall(r"^\| `(\[@.*?\])` \| (.*) \|$", page, re.MULTILINE))
    assert len(called) == 5
    told = "".join(f"\nThấy: {name.replace(chr(92), '')}.\n" for name in called)
    named = page.replace("Kết quả từng lĩnh vực", f"{told}\nKết quả từng lĩnh vực", 1)
    walk = Walk(clerk, monkeypatch)
    walk.do(named)
    seen = re.findall(r"Thấy: (.*)\.", walk.seen)
    assert [words(item) for item in seen] == list(called.values())


@dataclass
class Entry:
    """One message of the page: its code, what is typed, what is printed, what is typed instead."""

    code: str
    file: str
    wrong: str
    printed: str
    right: str

    @classmethod
    def read(cls, section: str) -> Entry:
        (_, wrong_at, wrong), (_, _, printed), (_, right_at, right) = steps(section)
        file = wrong_at.removesuffix(WRONG)
        assert (wrong_at, right_at) == (file + WRONG, file + RIGHT)
        link = re.search(r"\[([\w-]+)\]\(loi-nhac\.md#\1\)", section)
        assert link is not None
        return cls(link[1], file, wrong, printed, right)


def entries() -> list[Entry]:
    sections = re.split(r"^### \d+\. .*$", MESSAGES, flags=re.MULTILINE)[1:]
    return [Entry.read(section.partition("\n## ")[0]) for section in sections]


def put(file: str, typed: str) -> None:
    """Type lines in place of the entry that the first of them is about."""
    name = re.search(r"[a-z_]+", typed)
    assert name is not None
    path = Path(file)
    text = path.read_text(encoding="utf-8")
    place = re.search(rf"^( *)(?:# )?{name[0]}:.*$", text, re.MULTILINE)
    assert place is not None
    lines = (line if line.startswith("\t") else place[1] + line for line in typed.splitlines())
    path.write_text(text[: place.start()] + "\n".join(lines) + text[place.end() :], encoding="utf-8")


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.code)
def test_a_slip_gets_the_message_of_the_page(clerk: Clerk, entry: Entry) -> None:
    assert clerk.run("khoi-tao", ".", "--ten", "Ủy ban nhân dân xã Minh Họa", "--nam", "2026") == 0
    fill("don-vi.yaml", ho_ten="Nguyễn Văn An")
    fill("so-lieu/2026.yaml", so="12", ngay="22/12/2026", tiep_nhan="1.250", da_giai_quyet="1.200")
    before = Path(entry.file).read_text(encoding="utf-8")
    put(entry.file, entry.wrong)
    (told,) = clerk.told("soat")[1]
    assert told["ma"] == entry.code
    for line in entry.printed.splitlines():
        assert words(line) in f"{words(told['noi_dung'])} → {words(told['cach_sua'])}", line
    Path(entry.file).write_text(before, encoding="utf-8")
    put(entry.file, entry.right)
    assert clerk.codes("soat") == (0, [])


def test_the_page_has_twenty_messages() -> None:
    assert len({entry.code for entry in entries()}) == 20
