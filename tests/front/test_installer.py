"""The installer of the bundle: what it removes and what it leaves, and where the command leads."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest

from script_kit import loaded
from wheelhouse_kit import this_python

places, command, installer = (
    loaded("packaging", "goi-cai", f"{name}.py") for name in ("moi_truong", "dat_lenh", "cai_dat")
)
on_linux = pytest.mark.skipif(platform.system() != "Linux", reason="bộ cài của Linux")
VERSION = "0.1.0"
HERE = f"{platform.system().lower()}-{platform.machine().lower()}"


def test_another_machine_or_python_is_told() -> None:
    facts = {"phien_ban": "1", "nen_tang": "plan9-mips", "python": ["2.7"]}
    with pytest.raises(installer.NotDoneError, match="Gói này dành cho plan9-mips"):
        installer.check_machine(facts)
    with pytest.raises(installer.NotDoneError, match="Gói này cài được với Python 2"):
        installer.check_machine(facts | {"nen_tang": HERE})


SetUp = Callable[..., str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folder, in which commands run."""
    folder = tmp_path / "nhà"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("PATH", f"{folder}/.local/bin:/usr/bin:/bin")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    return folder


@pytest.fixture
def quick(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> SetUp:
    """The installer of an empty bundle, with venv and pip played: an environment is one program."""

    def run(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        if words[1:3] == ["-m", "venv"]:
            program = Path(words[3], "bin", "baocao")
            program.parent.mkdir()
            program.touch()
            program.chmod(0o755)
        return subprocess.CompletedProcess(words, 0, "", "")

    def call(*words: str, code: int = 0) -> str:
        assert installer.main(list(words)) == code
        return capfd.readouterr().out

    facts = {"phien_ban": VERSION, "nen_tang": HERE, "python": [this_python()]}
    (tmp_path / installer.FACTS).write_text(json.dumps(facts))
    (tmp_path / installer.SUMS).touch()
    monkeypatch.setattr(installer, "HERE", tmp_path)
    monkeypatch.setattr(installer, "_run", run)
    return call


def environments(home: Path) -> list[str]:
    return [item.name for item in places.environments(home)]


def foreign_environment(folder: Path) -> Path:
    """Somebody's own environment, with notes in it."""
    folder.mkdir(parents=True)
    (folder / "pyvenv.cfg").write_text("home = /usr/bin\n")
    (folder / "ghi-chu.txt").write_text("của tôi")
    return folder / "ghi-chu.txt"


@on_linux
def test_what_it_did_not_make_stays(quick: SetUp, home: Path) -> None:
    """Neither a new version nor a removal touches somebody's own environment in the same folder."""
    base, name = home / "venvs", f"{VERSION}-python{this_python()}"
    notes, of_our_name = (foreign_environment(base / item) for item in ("du-an-khac", name))
    quick("--thu-muc", "venvs")
    assert environments(base) == [f"{name}-2"]
    quick("--thu-muc", "venvs")
    assert environments(base) == [f"{name}-3"]
    assert quick("--go-bo", "--thu-muc", "venvs") == (
        f"Đã gỡ baocao khỏi {base}. Hồ sơ đơn vị, số liệu và báo cáo không nằm ở đó nên còn nguyên.\n"
    )
    assert (notes.read_text(), of_our_name.read_text()) == ("của tôi", "của tôi")
    assert sorted(base.iterdir()) == sorted([notes.parent, of_our_name.parent])


@on_linux
def test_a_folder_that_was_there_stays(quick: SetUp, home: Path) -> None:
    for folder, there in (("cua-toi", True), ("cua-bo-cai", False)):
        if there:
            Path(folder).mkdir()
        quick("--thu-muc", folder)
        quick("--go-bo", "--thu-muc", folder)
        assert Path(folder).exists() == there


@on_linux
def test_where_nothing_is_installed_nothing_is_removed(quick: SetUp, home: Path) -> None:
    notes = foreign_environment(home / "work" / "moi-truong")
    assert quick("--go-bo", "--thu-muc", "work", code=1) == (
        f"Ở {home / 'work'} không có bản baocao nào do bộ cài này đặt; không xóa gì.\n"
        "Đã cài vào thư mục khác thì gỡ bằng:  sh cai-dat.sh --go-bo --thu-muc ‹thư mục đó›\n"
    )
    assert notes.read_text() == "của tôi"
    assert quick("--go-bo", code=1).startswith(f"Ở {home / '.local/share/baocao'} không có bản baocao nào")
    Path("trong").mkdir()
    quick("--go-bo", "--thu-muc", "trong", code=1)
    assert Path("trong").is_dir()


@on_linux
def test_the_command_runs_whatever_was_installed_last(quick: SetUp, home: Path) -> None:
    """From one folder to another, and again without a wish for the command, which must not go dead."""
    link, tried = home / ".local/bin/baocao", "Mở cửa sổ lệnh mới rồi thử:  baocao --version\n"
    assert quick("--thu-muc", "opt").endswith(tried)
    (old,) = places.environments(home / "opt")
    assert quick().endswith(
        f"Lệnh baocao trước đây chạy bản ở {old}, nay chạy bản mới. Bản cũ ấy còn nguyên; "
        f"không dùng nữa thì gỡ bằng:  sh cai-dat.sh --go-bo --thu-muc {home / 'opt'}\n{tried}"
    )
    told = quick("--khong-them-path")
    (new,) = places.environments(home / ".local/share/baocao")
    assert told.endswith(f"Đã cài baocao {VERSION} vào {new}.\n{tried}")
    assert (link.readlink(), os.access(link, os.X_OK)) == (new / "bin/baocao", True)
    quick("--go-bo", "--thu-muc", "opt")
    assert (os.access(link, os.X_OK), Path("opt").exists()) == (True, False)
    quick("--go-bo")
    assert not link.is_symlink()


def made_environment(home: Path, name: str = "1") -> Path:
    """What the installer takes for its own, with a program."""
    target: Path = places.claim(home, name, VERSION)
    program: Path = places.program(target, "baocao")
    program.parent.mkdir()
    program.touch()
    return target


@on_linux
@pytest.mark.parametrize("link", [False, True], ids=["file", "link"])
def test_another_program_of_that_name_stays(tmp_path: Path, link: bool) -> None:
    commands, other = tmp_path / "bin", tmp_path / "pipx/venvs/baocao/bin/baocao"
    for file in (other, commands / "baocao"):
        file.parent.mkdir(parents=True)
    other.write_text("của người khác")
    if link:
        (commands / "baocao").symlink_to(other)
    else:
        (commands / "baocao").write_text("của người khác")
    target = made_environment(tmp_path / "nhà tôi")
    (told,) = command.put_command(target, commands, on_path=True)
    full = f'"{target}/bin/baocao"'
    assert told == (
        f"Đã có {commands / 'baocao'} không do bộ cài này đặt; giữ nguyên tệp đó. Chạy bằng:  {full}"
    )
    (told,) = command.put_command(target, commands, on_path=False)
    assert told == f"Không đặt lệnh baocao; chạy bằng đường dẫn đầy đủ:  {full}"
    assert installer.remove(tmp_path / "nhà tôi", commands).startswith("Đã gỡ baocao khỏi ")
    assert ((commands / "baocao").read_text(), (commands / "baocao").is_symlink()) == ("của người khác", link)


@on_linux
def test_a_try_elsewhere_leaves_the_command_at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a wish for the command, that of another folder stays: its environment stays, too."""
    commands = tmp_path / "bin"
    monkeypatch.setenv("PATH", str(commands))
    first = made_environment(tmp_path / "mot")
    assert command.put_command(first, commands, on_path=True) == [command.TRY]
    told = command.put_command(made_environment(tmp_path / "hai"), commands, on_path=False)
    assert told == [f"Không đặt lệnh baocao; chạy bằng đường dẫn đầy đủ:  {tmp_path}/hai/1/bin/baocao"]
    assert (commands / "baocao").readlink() == first / "bin/baocao"


@on_linux
def test_a_command_whose_environment_was_deleted_by_hand_is_turned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands = tmp_path / "bin"
    monkeypatch.setenv("PATH", str(commands))
    command.put_command(made_environment(tmp_path / "nha"), commands, on_path=True)
    shutil.rmtree(tmp_path / "nha")
    again = made_environment(tmp_path / "nha", "2")
    assert command.put_command(again, commands, on_path=False) == [command.TRY]
    assert (commands / "baocao").readlink() == again / "bin/baocao"


def test_a_new_environment_never_goes_where_anything_is(tmp_path: Path) -> None:
    (tmp_path / "1").symlink_to(tmp_path / "khong-co")
    assert made_environment(tmp_path).name == "1-2"
    assert made_environment(tmp_path).name == "1-3"


def test_what_is_in_use_is_known_the_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows keeps the files of a program that runs; the mark goes last."""
    home = tmp_path / "nha"
    old, new = made_environment(home), made_environment(home)
    with monkeypatch.context() as locked:
        locked.setattr(places.shutil, "rmtree", lambda *_, **__: None)
        assert installer.clear_others(home, new) == [
            f"Bản cũ ở {old} đang chạy nên chưa xóa được; lần cài sau sẽ xóa."
        ]
        with pytest.raises(installer.NotDoneError, match=f"^Chưa gỡ hết: bản ở {old} đang chạy"):
            installer.remove(home, tmp_path / "bin")
    assert installer.clear_others(home, new) == []
    assert installer.remove(home, tmp_path / "bin").startswith("Đã gỡ baocao khỏi ")
    assert not home.exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "nha").write_text("một tệp")
    with pytest.raises(installer.NotDoneError, match=r"Không tạo được thư mục .*nha"):
        installer.new_environment(tmp_path / "nha", "0.1.0", tmp_path, this_python())
    assert (tmp_path / "nha").read_text() == "một tệp"


def test_the_path_of_windows_keeps_what_it_had() -> None:
    old = r"%USERPROFILE%\bin;C:\Program Files\Git\cmd;"
    new = command.path_with(old, r"C:\u\baocao\bin", wanted=True)
    assert new == r"%USERPROFILE%\bin;C:\Program Files\Git\cmd;C:\u\baocao\bin"
    assert command.path_with(new, r"C:\u\baocao\bin", wanted=True) == new
    assert command.path_with(new, r"c:\u\BaoCao\bin\ ".strip(), wanted=False) == old.rstrip(";")


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, int]]:
    """The user's settings of a Windows that is played here; "told" counts the calls to other programs."""
    values: dict[str, tuple[str, int]] = {"Path": (r"%USERPROFILE%\bin", 2)}

    class Key:
        def __enter__(self) -> Key:
            return self

        def __exit__(self, *_: object) -> None:
            return None

    def value(_: Key, name: str) -> tuple[str, int]:
        if name not in values:
            raise FileNotFoundError(name)
        return values[name]

    def tell(*words: object) -> None:
        values["told"] = (str(words[3]), values.get("told", ("", 0))[1] + 1)

    winreg = SimpleNamespace(
        HKEY_CURRENT_USER=1,
        KEY_ALL_ACCESS=2,
        REG_EXPAND_SZ=2,
        CreateKeyEx=lambda *_: Key(),
        QueryValueEx=value,
        SetValueEx=lambda _, name, __, kind, text: values.update({name: (text, kind)}),
    )
    user32 = SimpleNamespace(SendMessageTimeoutW=tell)
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    monkeypatch.setitem(sys.modules, "ctypes", SimpleNamespace(windll=SimpleNamespace(user32=user32)))
    monkeypatch.setattr(places, "WINDOWS", True)
    return values


def test_on_windows_the_command_goes_into_the_user_s_own_path(
    tmp_path: Path, registry: dict[str, tuple[str, int]]
) -> None:
    """The rest of a PATH stays as it was; a command that is there is turned to the new environment."""
    home, commands = tmp_path / "baocao", tmp_path / "baocao" / "bin"
    first = made_environment(home, "0.1.0-python3.12")
    assert command.put_command(first, commands, on_path=False) == [
        f"Không đặt lệnh baocao; chạy bằng đường dẫn đầy đủ:  {first / 'Scripts' / 'baocao.exe'}"
    ]
    assert command.put_command(first, commands, on_path=True) == [command.TRY]
    assert (commands / "baocao.cmd").read_bytes() == (
        b'@"%~dp0..\\0.1.0-python3.12\\Scripts\\baocao.exe" %*\r\n'
    )
    assert registry["Path"] == (rf"%USERPROFILE%\bin;{commands}", 2)
    second = made_environment(home, "0.2.0-python3.12")
    assert command.put_command(second, commands, on_path=False) == [command.TRY]
    assert b"0.2.0-python3.12" in (commands / "baocao.cmd").read_bytes()
    assert installer.remove(home, commands).startswith("Đã gỡ baocao khỏi ")
    assert (registry["Path"], registry["told"]) == ((r"%USERPROFILE%\bin", 2), ("Environment", 2))
    assert not home.exists()


def test_on_windows_other_programs_beside_the_command_stay(
    tmp_path: Path, registry: dict[str, tuple[str, int]]
) -> None:
    """With a folder of one's own named as the place to install."""
    commands = tmp_path / "bin"
    commands.mkdir()
    (commands / "baocao.cmd").write_text("@echo của người khác")
    target = made_environment(tmp_path)
    assert command.put_command(target, commands, on_path=True)[0].startswith("Đã có ")
    (commands / "baocao.cmd").rename(commands / "khac.cmd")
    command.put_command(target, commands, on_path=True)
    installer.remove(tmp_path, commands)
    assert [item.name for item in tmp_path.rglob("*")] == ["bin", "khac.cmd"]
    assert registry["Path"] == (rf"%USERPROFILE%\bin;{commands}", 2)
