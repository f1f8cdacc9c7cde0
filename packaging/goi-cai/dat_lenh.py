"""The command `baocao` of the installer: whose it is, turning it to an environment, taking it away.

Only what Python itself has is imported: this runs before anything is installed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection
from pathlib import Path

import moi_truong as places

TRY = "Mở cửa sổ lệnh mới rồi thử:  baocao --version"
RUN_BY = "Không đặt lệnh baocao; chạy bằng đường dẫn đầy đủ:  {lenh}"
NO_PATH = (
    "Thư mục {noi} chưa nằm trong PATH. Thêm dòng sau vào cuối tệp ~/.profile rồi đăng nhập lại:\n  {dong}"
)
IN_THE_WAY = "Đã có {tep} không do bộ cài này đặt; giữ nguyên tệp đó. Chạy bằng:  {lenh}"
MOVED = (
    "Lệnh baocao trước đây chạy bản ở {cu}, nay chạy bản mới. Bản cũ ấy còn nguyên; "
    "không dùng nữa thì gỡ bằng:  {bo_cai} --go-bo --thu-muc {noi}"
)
_WINDOWS_LINE = '@"%~dp0..\\{name}\\Scripts\\baocao.exe" %*\r\n'
"""Without the folder's own name: cmd reads a user's Vietnamese name in another encoding."""
_OUR_LINE = re.compile(r'@"%~dp0\.\.\\([^\\"]+)\\Scripts\\baocao\.exe" %\*\s*')


def commands_of(home: Path) -> Path:
    """The folder of the command."""
    return home / "bin" if places.WINDOWS else Path.home() / ".local" / "bin"


def setup_name() -> str:
    """How the user calls the installer."""
    return "cai-dat.bat" if places.WINDOWS else "sh cai-dat.sh"


def put_command(target: Path, commands: Path, *, on_path: bool) -> list[str]:
    """Turn the command `baocao` to the environment; returns what the user has to know.

    on_path: whether to make one, or to take over that of another base folder. One that runs an environment
    beside the new one is turned in any case, as that environment goes.
    """
    command, full = _command(commands), quoted(places.program(target, "baocao"))
    owner = owner_of(command)
    if not on_path and (owner is None or not _same(owner.parent, target.parent)):
        return [RUN_BY.format(lenh=full)]
    if owner is None and os.path.lexists(command):
        return [IN_THE_WAY.format(tep=command, lenh=full)]
    told = _moved(owner, target)
    _write(command, target)
    return [*told, *_reached(commands, on_path=on_path), TRY]


def drop_command(commands: Path, ours: Collection[Path]) -> None:
    """Remove the command when it runs one of these environments; of Windows the folder and its place in PATH
    when nothing else is in it.
    """
    command = _command(commands)
    owner = owner_of(command)
    if owner is not None and any(_same(owner, item) for item in ours):
        command.unlink()
    if places.WINDOWS and places.leave(commands):
        _change_windows_path(commands, wanted=False)


def owner_of(command: Path) -> Path | None:
    """The environment that the command runs; None where there is none, or somebody else's.

    A link to what is no longer there is nobody's, and may be turned.
    """
    if places.WINDOWS:
        ours = _OUR_LINE.fullmatch(_text_of(command))
        return command.parent.parent / ours[1] if ours else None
    if not command.is_symlink():
        return None
    environment = (command.parent / os.readlink(command)).parent.parent
    return environment if places.is_ours(environment) or not os.path.exists(command) else None


def quoted(path: Path) -> str:
    """A path as it is typed."""
    return f'"{path}"' if " " in str(path) else str(path)


def path_with(value: str, folder: str, *, wanted: bool) -> str:
    """A PATH of Windows with a folder at its end, or without it; the rest stays as it is."""
    parts = [
        part for part in value.split(";") if part and part.rstrip("\\").lower() != folder.rstrip("\\").lower()
    ]
    return ";".join([*parts, folder] if wanted else parts)


def _command(commands: Path) -> Path:
    return commands / ("baocao.cmd" if places.WINDOWS else "baocao")


def _text_of(file: Path) -> str:
    """The text of a file, "" where there is none."""
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _moved(owner: Path | None, target: Path) -> list[str]:
    """What to tell of an environment of another base folder that loses the command."""
    if owner is None or not owner.is_dir() or _same(owner.parent, target.parent):
        return []
    return [MOVED.format(cu=owner, bo_cai=setup_name(), noi=quoted(owner.parent))]


def _write(command: Path, target: Path) -> None:
    if places.WINDOWS:
        places.make_folder(command.parent)
        command.write_text(_WINDOWS_LINE.format(name=target.name), encoding="utf-8", newline="")
        return
    command.parent.mkdir(parents=True, exist_ok=True)
    beside = command.with_name(".baocao-moi")
    beside.unlink(missing_ok=True)
    beside.symlink_to(places.program(target, "baocao"))
    beside.replace(command)


def _reached(commands: Path, *, on_path: bool) -> list[str]:
    """See to it that the folder is in PATH; returns what the user has to do for it."""
    if places.WINDOWS:
        if on_path:
            _change_windows_path(commands, wanted=True)
        return []
    if str(commands) in os.environ.get("PATH", "").split(os.pathsep):
        return []
    return [NO_PATH.format(noi=commands, dong=f'PATH="{commands}:$PATH"')]


def _change_windows_path(folder: Path, *, wanted: bool) -> None:
    """The user's own PATH in the registry; programs that start later see it."""
    import ctypes
    import winreg

    with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, "Environment", 0, winreg.KEY_ALL_ACCESS) as key:  # type: ignore[attr-defined]
        try:
            value, kind = winreg.QueryValueEx(key, "Path")  # type: ignore[attr-defined]
        except FileNotFoundError:
            value, kind = "", winreg.REG_EXPAND_SZ  # type: ignore[attr-defined]
        changed = path_with(value, str(folder), wanted=wanted)
        if changed != value:
            winreg.SetValueEx(key, "Path", 0, kind, changed)  # type: ignore[attr-defined]
    to_all, changed_setting, give_up_on_hung = 0xFFFF, 0x001A, 0x0002
    ctypes.windll.user32.SendMessageTimeoutW(  # type: ignore[attr-defined]
        to_all, changed_setting, 0, "Environment", give_up_on_hung, 5000, None
    )
