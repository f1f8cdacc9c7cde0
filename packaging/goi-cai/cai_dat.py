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
import subprocess
import sys
from pathlib import Path

import moi_truong as places
from dat_lenh import commands_of, drop_command, put_command, quoted, setup_name

HERE = Path(__file__).resolve().parent
WHEELS, LISTS, SUMS, FACTS = "banh-xe", "danh-sach", "SHA256SUMS", "goi.json"

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
BUSY = "Bản cũ ở {noi} đang chạy nên chưa xóa được; lần cài sau sẽ xóa."
REMOVED = "Đã gỡ baocao khỏi {noi}. Hồ sơ đơn vị, số liệu và báo cáo không nằm ở đó nên còn nguyên."
NOTHING = (
    "Ở {noi} không có bản baocao nào do bộ cài này đặt; không xóa gì.\n"
    "Đã cài vào thư mục khác thì gỡ bằng:  {bo_cai} --go-bo --thu-muc ‹thư mục đó›"
)
STILL_BUSY = (
    "Chưa gỡ hết: bản ở {noi} đang chạy. Đóng mọi cửa sổ đang chạy baocao rồi gỡ lần nữa:\n"
    "  {bo_cai} --go-bo --thu-muc {goc}"
)


class NotDoneError(Exception):
    """Why nothing was installed or removed, in words for the reader."""


def main(words: list[str] | None = None) -> int:
    """Install or remove; returns the exit code."""
    asked = _options().parse_args(words)
    home = Path(os.path.abspath(asked.thu_muc)) if asked.thu_muc else default_home()
    try:
        if asked.go_bo:
            say(remove(home, commands_of(home)))
        else:
            for line in install(HERE, home, commands_of(home), on_path=not asked.khong_them_path):
                say(line)
    except NotDoneError as fault:
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
    if places.WINDOWS:
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "Programs", "baocao")
    data = os.environ.get("XDG_DATA_HOME", "")
    return Path(data if os.path.isabs(data) else Path.home() / ".local" / "share", "baocao")


def install(bundle: Path, home: Path, commands: Path, *, on_path: bool = True) -> list[str]:
    """Install the bundle below `home`; returns what to tell. Raises `NotDoneError`."""
    facts = json.loads((bundle / FACTS).read_text(encoding="utf-8"))
    check_machine(facts)
    check_files(bundle)
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    say("Đang cài, chờ khoảng nửa phút…")
    target = new_environment(home, facts["phien_ban"], bundle, python)
    told = [DONE.format(phien_ban=facts["phien_ban"], noi=target)]
    told += put_command(target, commands, on_path=on_path)
    return [*told, *clear_others(home, target)]


def new_environment(home: Path, version: str, bundle: Path, python: str) -> Path:
    """The bundle in an environment of its own. Raises `NotDoneError`, and leaves nothing then."""
    try:
        target = places.claim(home, f"{version}-python{python}", version)
    except OSError as fault:
        places.leave(home)
        raise NotDoneError(FAILED.format(ly_do=f"Không tạo được thư mục {home}: {fault.strerror}")) from fault
    try:
        make_environment(target)
        fill_environment(target, bundle, python)
    except NotDoneError:
        places.take_away(target)
        places.leave(home)
        raise
    return target


def check_machine(facts: dict[str, object]) -> None:
    """Raise `NotDoneError` on a system or a Python that the bundle has no wheels for."""
    system = f"{platform.system().lower()}-{platform.machine().lower()}"
    if system != facts["nen_tang"] or sys.maxsize < 2**32:
        raise NotDoneError(OTHER_SYSTEM.format(co=facts["nen_tang"], may=system))
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    known = list(facts["python"])  # type: ignore[call-overload]
    if python not in known:
        raise NotDoneError(NO_PYTHON.format(co=", ".join(known), may=python))


def check_files(bundle: Path) -> None:
    """Raise `NotDoneError` when a file of the list is missing or no longer what was packed."""
    wrong = []
    for line in (bundle / SUMS).read_text(encoding="utf-8").splitlines():
        sum_, _, name = line.partition("  ")
        file = bundle / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != sum_:
            wrong.append(f"  {name}")
    if wrong:
        raise NotDoneError(DAMAGED.format(tep="\n".join(wrong)))


def make_environment(target: Path) -> None:
    """Make the claimed folder an environment. Raises `NotDoneError`."""
    done = _run([sys.executable, "-m", "venv", str(target)])
    if done.returncode:
        raise NotDoneError(NO_VENV.format(ly_do=_last_words(done)))


def fill_environment(target: Path, bundle: Path, python: str) -> None:
    """Put the wheels in; pip compares each with its hash. Raises `NotDoneError`."""
    pip = [
        str(places.program(target, "python")),
        "-m",
        "pip",
        "install",
        "--no-index",
        "--require-hashes",
        "--no-cache-dir",
    ]
    wheels = ["--find-links", str(bundle / WHEELS), "-r", str(bundle / LISTS / f"{python}.txt")]
    for command in ([*pip, *wheels], [str(places.program(target, "baocao")), "--version"]):
        done = _run(command)
        if done.returncode:
            raise NotDoneError(FAILED.format(ly_do=_last_words(done)))


def clear_others(home: Path, target: Path) -> list[str]:
    """Remove our environments of other versions; on Windows one that is running stays until the next time."""
    others = [item for item in places.environments(home) if item != target]
    return [BUSY.format(noi=item) for item in others if not places.take_away(item)]


def remove(home: Path, commands: Path) -> str:
    """Remove our environments and the command; returns what to tell. Raises `NotDoneError`."""
    ours = places.environments(home)
    if not ours:
        raise NotDoneError(NOTHING.format(noi=home, bo_cai=setup_name()))
    drop_command(commands, ours)
    left = [item for item in ours if not places.take_away(item)]
    places.leave(home)
    if left:
        raise NotDoneError(STILL_BUSY.format(noi=left[0], bo_cai=setup_name(), goc=quoted(home)))
    return REMOVED.format(noi=home)


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
