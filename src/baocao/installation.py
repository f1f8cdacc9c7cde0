"""What a helper needs to know about this installation, and nothing of the unit that uses it.

Each fact is gathered by itself, so that a broken installation still tells the rest. No name of a unit, of a
person or of their files is among the facts; the user's own folder is written `~`.
"""

from __future__ import annotations

import locale
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from baocao.version import __version__

_MB = 1024 * 1024
_GB = 1024 * _MB
_PATIENCE = 20
"""Seconds that LibreOffice may take to tell its version."""
_VARIABLES = (
    "BAOCAO_CACHE",
    "BAOCAO_DEBUG",
    "PYTHONPATH",
    "PYTHONUTF8",
    "LANG",
    "LC_ALL",
    "SOURCE_DATE_EPOCH",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known: `key` for programs, `label` for readers."""

    key: str
    label: str
    value: str


def facts() -> tuple[Fact, ...]:
    """All that is known, in the order of the page. Runs LibreOffice once, for its version."""
    return tuple(Fact(key, label, _gathered(look)) for key, label, look in _LOOKS)


def without_home(text: str) -> str:
    """A text in which the user's own folder, whose name may be a person's, is written `~`."""
    homes = {str(Path.home()), os.environ.get("USERPROFILE", ""), os.environ.get("HOME", "")}
    for home in sorted(filter(_is_own, homes), key=len, reverse=True):
        text = text.replace(home, "~")
    return text


def _is_own(home: str) -> bool:
    return len(Path(home).parts) > 1 if home else False


def _gathered(look: Callable[[], str]) -> str:
    try:
        return look()
    except Exception as fault:  # noqa: BLE001  (a broken installation is what the page is for)
        return f"không xem được ({type(fault).__name__})"


def _kind() -> str:
    if getattr(sys, "frozen", False):
        return "bản đóng gói kèm Python"
    inside = "môi trường riêng" if sys.prefix != sys.base_prefix else "Python chung của máy"
    package = Path(__file__).resolve().parent
    return f"{inside}, tại {package}"


def _python() -> str:
    return f"{platform.python_version()} ({platform.python_implementation()}), {sys.executable}"


def _machine() -> str:
    return f"{platform.machine()}, {os.cpu_count()} nhân"


def _libraries() -> str:
    return ", ".join(f"{name} {_version(name)}" for name in _needed())


def _needed() -> Iterator[str]:
    """Names of the libraries that the program asks for."""
    for asked in metadata.requires("baocao") or ():
        if "extra ==" not in asked:
            yield asked[: len(asked) - len(asked.lstrip(_NAME))]


_NAME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "(thiếu)"


def _dask() -> str:
    version = _version("distributed")
    return "chưa cài" if version == "(thiếu)" else f"distributed {version}"


def _packs() -> str:
    from baocao.packs.finder import list_packs

    return ", ".join(f"{item.id} {item.manifest.version}" for item in list_packs())


def _own_packs() -> str:
    """How many packs of its own the unit of the current folder has, and which built-in ones it changed."""
    from baocao.intake.profile import read_profiles
    from baocao.packs.finder import list_packs, pack_names
    from baocao.workplace import find_workplace

    place = find_workplace(Path())
    if place is None:
        return "thư mục đang đứng không thuộc thư mục làm việc nào"
    folders = read_profiles(None, Path(), place.profile).folders
    builtin = set(pack_names())
    own = set(pack_names(folders)) - builtin
    changed = [pack.id for pack in list_packs(folders) if pack.id in builtin and pack.changed_by]
    said = f"trong thư mục làm việc, có {len(own):02d} gói mẫu riêng ngoài gói có sẵn"
    return f"{said}; đơn vị có sửa gói {', '.join(changed)}" if changed else said


def _formats() -> str:
    from baocao.formats import FORMATS
    from baocao.formats.rules import load_rules

    return ", ".join(f"{name} ({len(load_rules(name))} quy tắc)" for name in FORMATS)


def _units() -> str:
    from baocao.vietnamese.admin_units import unit_list
    from baocao.vietnamese.dates import short_date

    units = unit_list()
    return f"{units.version}, đúng đến ngày {short_date(units.checked)}"


def _builtin() -> str:
    from baocao.packs.finder import builtin_folder

    return str(builtin_folder())


def _cache() -> str:
    from baocao.template.cache import cache_folder

    return str(cache_folder() or "không dùng")


def _cache_state() -> str:
    from baocao.template.cache import cache_folder

    folder = cache_folder()
    if folder is None:
        return "không dùng"
    there = next((place for place in (folder, *folder.parents) if place.is_dir()), folder)
    return _state(there)


def _state(folder: Path) -> str:
    """Whether a folder takes new files, and how much space is left."""
    free = shutil.disk_usage(folder).free
    space = f"{free // _GB} GB" if free >= 10 * _GB else f"{free // _MB} MB"
    try:
        with tempfile.TemporaryFile(dir=folder):
            return f"ghi được, còn trống {space}"
    except OSError as fault:
        return f"không ghi được ({type(fault).__name__}), còn trống {space}"


def _temporary() -> str:
    folder = Path(tempfile.gettempdir())
    return f"{folder}: {_state(folder)}"


def _language() -> str:
    return ".".join(filter(None, locale.getlocale())) or "C"


def _encodings() -> str:
    of_files, of_machine = sys.getfilesystemencoding(), locale.getpreferredencoding(False)
    said = f"màn hình {_console()}, tên tệp {of_files}, chữ của máy {of_machine}"
    return f"{said}; chế độ UTF-8 của Python: {'bật' if sys.flags.utf8_mode else 'tắt'}"


def _console() -> str:
    """The encoding of the window, not that of our own output, which is always UTF-8."""
    if sys.platform == "win32":
        import ctypes

        return f"mã trang {ctypes.windll.kernel32.GetConsoleOutputCP()}"
    return locale.getpreferredencoding(False) if sys.stdout.isatty() else "không nối với màn hình"


def _variables() -> str:
    return ", ".join(f"{name}={os.environ[name]}" for name in _VARIABLES if name in os.environ) or "không đặt"


def _office() -> str:
    from baocao.pdf import find_libreoffice

    return find_libreoffice() or "không có (không tạo được PDF)"


def _office_version() -> str:
    from baocao.pdf import find_libreoffice

    program = find_libreoffice()
    if program is None:
        return "không có"
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder).as_uri()}"
        done = subprocess.run(
            [program, "--headless", "--version", profile],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
        )
    lines = done.stdout.decode("utf-8", errors="replace").split("\n")
    return lines[0].strip() or f"không nói phiên bản (mã thoát {done.returncode})"


_LOOKS: Sequence[tuple[str, str, Callable[[], str]]] = (
    ("baocao", "baocao", lambda: __version__),
    ("cach_cai", "Cách cài", _kind),
    ("python", "Python", _python),
    ("he_dieu_hanh", "Hệ điều hành", platform.platform),
    ("may", "Máy", _machine),
    ("thu_vien", "Thư viện", _libraries),
    ("dask", "Chạy trên nhiều máy", _dask),
    ("goi_mau", "Gói mẫu có sẵn", _packs),
    ("goi_rieng", "Gói mẫu riêng", _own_packs),
    ("the_thuc", "Thể thức", _formats),
    ("danh_muc_don_vi", "Danh mục đơn vị", _units),
    ("thu_muc_goi", "Thư mục gói mẫu", _builtin),
    ("bo_nho_dem", "Bộ nhớ đệm", _cache),
    ("bo_nho_dem_ghi", "Ghi bộ nhớ đệm", _cache_state),
    ("thu_muc_hien_tai", "Thư mục đang đứng", lambda: _state(Path())),
    ("thu_muc_tam", "Thư mục tạm", _temporary),
    ("ngon_ngu", "Ngôn ngữ của máy", _language),
    ("bang_ma", "Bảng mã", _encodings),
    ("bien_moi_truong", "Biến môi trường", _variables),
    ("libreoffice", "LibreOffice", _office),
    ("libreoffice_phien_ban", "Phiên bản LibreOffice", _office_version),
)
