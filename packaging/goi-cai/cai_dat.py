"""Installs baocao from the folder it stands in, without network; run by cai-dat.sh and cai-dat.bat.

Every version gets an environment of its own; the command is turned to the new one only when it has answered,
so that an installation which fails leaves the old one at work. Nothing outside the user's own folders is
touched. Only what Python itself has is imported: this runs before anything is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
WHEELS, LISTS, SUMS, FACTS = "banh-xe", "danh-sach", "SHA256SUMS", "goi.json"
WINDOWS = os.name == "nt"

NO_PYTHON = (
    "Gói này cài được với Python {co}; máy đang chạy Python {may}. "
    "Cài một trong các bản Python đó rồi chạy lại."
)
OTHER_SYSTEM = "Gói này dành cho {co}, máy này là {may}. Hãy lấy đúng gói cho máy này."
DAMAGED = (
    "Gói cài không còn nguyên vẹn, chưa cài gì. Chép lại tệp .zip rồi giải nén lại.\n"
    "Tệp sai hoặc thiếu:\n{tep}"
)
NO_VENV = (
    "Python của máy này thiếu phần tạo môi trường riêng (venv), chưa cài gì.\n"
    "Trên Debian, Ubuntu: nhờ quản trị máy chạy  apt install python3-venv  rồi chạy lại lệnh này.\n{ly_do}"
)
FAILED = "Chưa cài được; bản cài trước (nếu có) vẫn dùng được như cũ.\n{ly_do}"
DONE = "Đã cài baocao {phien_ban} vào {noi}."
TRY = "Mở cửa sổ lệnh mới rồi thử:  baocao --version"
NO_PATH = (
    "Thư mục {noi} chưa nằm trong PATH. Thêm dòng sau vào cuối tệp ~/.profile rồi đăng nhập lại:\n  {dong}"
)
IN_THE_WAY = "Đã có {tep} không do bộ cài này đặt; giữ nguyên tệp đó. Chạy bằng:  {lenh}"
REMOVED = "Đã gỡ baocao khỏi {noi}. Hồ sơ đơn vị, số liệu và báo cáo không nằm ở đó nên còn nguyên."
NOTHING = "Không có gì để gỡ ở {noi}."
BUSY = "Bản cũ ở {noi} đang chạy nên chưa xóa được; lần cài sau sẽ xóa."


class NotInstalledError(Exception):
    """Why nothing was installed, in words for the reader."""


def main(words: list[str] | None = None) -> int:
    """Install or remove; returns the exit code."""
    asked = _options().parse_args(words)
    home = Path(asked.thu_muc).absolute() if asked.thu_muc else default_home()
    try:
        if asked.go_bo:
            say(remove(home, commands_of(home)))
        else:
            for line in install(HERE, home, commands_of(home), on_path=not asked.khong_them_path):
                say(line)
    except NotInstalledError as fault:
        say(str(fault))
        return 1
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="cai-dat", description="Cài baocao cho người đang dùng máy, không cần mạng.", add_help=False
    )
    parser.add_argument(
        "--thu-muc", metavar="THƯ-MỤC", help="nơi cài; không có thì dùng thư mục riêng của người dùng"
    )
    parser.add_argument("--khong-them-path", action="store_true", help="không thêm lệnh baocao vào PATH")
    parser.add_argument("--go-bo", action="store_true", help="gỡ baocao")
    parser.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này")
    return parser


def default_home() -> Path:
    """Where programs of one user go."""
    if WINDOWS:
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "Programs", "baocao")
    data = os.environ.get("XDG_DATA_HOME", "")
    return Path(data if os.path.isabs(data) else Path.home() / ".local" / "share", "baocao")


def commands_of(home: Path) -> Path:
    """Where the command goes."""
    return home / "bin" if WINDOWS else Path.home() / ".local" / "bin"


def install(bundle: Path, home: Path, commands: Path, *, on_path: bool = True) -> list[str]:
    """Install the bundle below `home`; returns what to tell. Raises `NotInstalledError`."""
    facts = json.loads((bundle / FACTS).read_text(encoding="utf-8"))
    check_machine(facts)
    check_files(bundle)
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    target = free_place(home, f"{facts['phien_ban']}-python{python}")
    say("Đang cài, chờ khoảng nửa phút…")
    make_environment(target)
    fill_environment(target, bundle, python)
    told = [DONE.format(phien_ban=facts["phien_ban"], noi=target)]
    told += put_command(target, commands, on_path=on_path)
    told += clear_others(home, target)
    return [*told, TRY]


def free_place(home: Path, name: str) -> Path:
    """Where the new environment goes: never where one is that may be at work."""
    return next((home / item for item in (name, f"{name}-2") if not (home / item).exists()), home / name)


def check_machine(facts: dict[str, object]) -> None:
    """Raise `NotInstalledError` on a system or a Python that the bundle has no wheels for."""
    system = f"{platform.system().lower()}-{platform.machine().lower()}"
    if system != facts["nen_tang"] or sys.maxsize < 2**32:
        raise NotInstalledError(OTHER_SYSTEM.format(co=facts["nen_tang"], may=system))
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    known = list(facts["python"])  # type: ignore[call-overload]
    if python not in known:
        raise NotInstalledError(NO_PYTHON.format(co=", ".join(known), may=python))


def check_files(bundle: Path) -> None:
    """Raise `NotInstalledError` when a file of the list is missing or no longer what was packed."""
    wrong = []
    for line in (bundle / SUMS).read_text(encoding="utf-8").splitlines():
        sum_, _, name = line.partition("  ")
        file = bundle / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != sum_:
            wrong.append(f"  {name}")
    if wrong:
        raise NotInstalledError(DAMAGED.format(tep="\n".join(wrong)))


def make_environment(target: Path) -> None:
    """An empty environment, without what an installation that broke off has left there."""
    shutil.rmtree(target, ignore_errors=True)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise NotInstalledError(
            FAILED.format(ly_do=f"Không tạo được thư mục {target.parent}: {fault.strerror}")
        ) from fault
    done = _run([sys.executable, "-m", "venv", str(target)])
    if done.returncode:
        shutil.rmtree(target, ignore_errors=True)
        raise NotInstalledError(NO_VENV.format(ly_do=_last_words(done)))


def fill_environment(target: Path, bundle: Path, python: str) -> None:
    """Put the wheels in; pip compares each with its hash. Leaves nothing when it raises."""
    pip = [
        str(program(target, "python")),
        "-m",
        "pip",
        "install",
        "--no-index",
        "--require-hashes",
        "--no-cache-dir",
    ]
    wheels = ["--find-links", str(bundle / WHEELS), "-r", str(bundle / LISTS / f"{python}.txt")]
    for command in ([*pip, *wheels], [str(program(target, "baocao")), "--version"]):
        done = _run(command)
        if done.returncode:
            shutil.rmtree(target, ignore_errors=True)
            raise NotInstalledError(FAILED.format(ly_do=_last_words(done)))


def program(target: Path, name: str) -> Path:
    """A program of an environment."""
    return target / "Scripts" / f"{name}.exe" if WINDOWS else target / "bin" / name


def put_command(target: Path, commands: Path, *, on_path: bool) -> list[str]:
    """Turn the command `baocao` to the environment; returns what the user has to know."""
    if not on_path:
        return [f"Chạy bằng:  {program(target, 'baocao')}"]
    commands.mkdir(parents=True, exist_ok=True)
    if WINDOWS:
        # Without the folder's own name: cmd reads a user's Vietnamese name in another encoding.
        line = f'@"%~dp0..\\{target.name}\\Scripts\\baocao.exe" %*\r\n'
        (commands / "baocao.cmd").write_text(line, encoding="utf-8", newline="")
        _add_to_windows_path(commands)
        return []
    link = commands / "baocao"
    if link.exists() and not _is_ours(link, target.parent):
        return [IN_THE_WAY.format(tep=link, lenh=program(target, "baocao"))]
    beside = commands / ".baocao-moi"
    beside.unlink(missing_ok=True)
    beside.symlink_to(program(target, "baocao"))
    beside.replace(link)
    if str(commands) in os.environ.get("PATH", "").split(os.pathsep):
        return []
    return [NO_PATH.format(noi=commands, dong=f'PATH="{commands}:$PATH"')]


def _is_ours(link: Path, home: Path) -> bool:
    return link.is_symlink() and home in Path(os.readlink(link)).parents


def clear_others(home: Path, target: Path) -> list[str]:
    """Remove the environments of other versions; on Windows one that is running stays until the next time."""
    others = [item for item in home.iterdir() if item != target and (item / "pyvenv.cfg").is_file()]
    for item in others:
        shutil.rmtree(item, ignore_errors=True)
    return [BUSY.format(noi=item) for item in others if item.exists()]


def remove(home: Path, commands: Path) -> str:
    """Remove all environments and the command; returns what to tell."""
    ours = [item for item in home.iterdir() if (item / "pyvenv.cfg").is_file()] if home.is_dir() else []
    for item in ours:
        shutil.rmtree(item, ignore_errors=True)
    if WINDOWS:
        shutil.rmtree(commands, ignore_errors=True)
        _add_to_windows_path(commands, again=False)
    elif _is_ours(commands / "baocao", home):
        (commands / "baocao").unlink()
    if home.is_dir() and not any(home.iterdir()):
        home.rmdir()
    left = [item for item in ours if item.exists()]
    if left:
        return BUSY.format(noi=left[0])
    return (REMOVED if ours else NOTHING).format(noi=home)


def path_with(value: str, folder: str, *, wanted: bool) -> str:
    """A PATH of Windows with a folder at its end, or without it; the rest stays as it is."""
    parts = [
        part for part in value.split(";") if part and part.rstrip("\\").lower() != folder.rstrip("\\").lower()
    ]
    return ";".join([*parts, folder] if wanted else parts)


def _add_to_windows_path(folder: Path, *, again: bool = True) -> None:
    """Into the user's own PATH in the registry; programs that start later see it."""
    import ctypes
    import winreg

    with winreg.CreateKeyEx(winreg.HKEY_CURRENT_USER, "Environment", 0, winreg.KEY_ALL_ACCESS) as key:  # type: ignore[attr-defined]
        try:
            value, kind = winreg.QueryValueEx(key, "Path")  # type: ignore[attr-defined]
        except FileNotFoundError:
            value, kind = "", winreg.REG_EXPAND_SZ  # type: ignore[attr-defined]
        changed = path_with(value, str(folder), wanted=again)
        if changed != value:
            winreg.SetValueEx(key, "Path", 0, kind, changed)  # type: ignore[attr-defined]
    to_all, changed_setting, give_up_on_hung = 0xFFFF, 0x001A, 0x0002
    ctypes.windll.user32.SendMessageTimeoutW(  # type: ignore[attr-defined]
        to_all, changed_setting, 0, "Environment", give_up_on_hung, 5000, None
    )


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a program without the user's own settings of pip, which may name an index."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
    clean.update(PIP_CONFIG_FILE=os.devnull, PIP_DISABLE_PIP_VERSION_CHECK="1", PYTHONUTF8="1")
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False, env=clean
    )


def _last_words(done: subprocess.CompletedProcess[str]) -> str:
    lines = [line for line in (done.stdout + "\n" + done.stderr).splitlines() if line.strip()]
    return "\n".join(lines[-6:])


def say(text: str) -> None:
    """Print, also to a window that has no Vietnamese letters."""
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
