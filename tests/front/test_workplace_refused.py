"""A working folder that cannot be made, or whose system takes no new file: told, nothing is lost."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from baocao.errors import OutputError
from baocao.output import make_folder
from workplace_kit import Clerk, files_in


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
