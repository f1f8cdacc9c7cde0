"""The bundle that installs baocao on a machine without network: wheels of baocao and of all it needs.

python tools/make_bundle.py [linux] [windows] [--python 3.11 3.12 …] [-o dist] [--tu FOLDER]

Writes baocao-‹version›-‹platform›.zip and its .sha256 for each platform. Wheels come from the package index
that pip is set to, or from FOLDER alone. The same wheels give the same bytes.

pip download judges markers ("; platform_system == 'Windows'") by the machine it runs on, not by the one that
it downloads for. So what each wheel asks for is judged here again, for the platform and every Python, and
what is missing is fetched, until nothing is.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "packaging" / "goi-cai"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
WHEELS, LISTS = "banh-xe", "danh-sach"
_ON_WINDOWS = (".bat",)
_LICENCE = ("licen", "copying", "notice", "authors")
_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Platform:
    """What a bundle is for. name: as the installer sees the machine. tags: of wheels, best first.

    marks: the variables of markers that follow from the platform.
    """

    name: str
    words: str
    tags: tuple[str, ...]
    marks: Mapping[str, str]


PLATFORMS = {
    "linux": Platform(
        "linux-x86_64",
        "Linux 64 bit (glibc 2.28 trở lên: Debian 10, Ubuntu 20.04, RHEL 8 trở lên)",
        ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64"),
        {
            "os_name": "posix",
            "sys_platform": "linux",
            "platform_system": "Linux",
            "platform_machine": "x86_64",
        },
    ),
    "windows": Platform(
        "windows-amd64",
        "Windows 10, 11 64 bit",
        ("win_amd64",),
        {"os_name": "nt", "sys_platform": "win32", "platform_system": "Windows", "platform_machine": "AMD64"},
    ),
}


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel that is at hand, with what it says of itself."""

    file: Path
    about: Message

    @property
    def name(self) -> str:
        """The name of the package in its one spelling."""
        return canonicalize_name(self.about["Name"])

    @property
    def version(self) -> str:
        """The version of the package."""
        return str(self.about["Version"])

    def needs(self, marks: Mapping[str, str]) -> Iterator[Requirement]:
        """What it asks for where these marks hold."""
        for line in self.about.get_all("Requires-Dist", []):
            asked = Requirement(line)
            if asked.marker is None or asked.marker.evaluate({"extra": "", **marks}):
                yield asked


def main(words: Sequence[str] | None = None) -> None:
    """Write the bundles."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("platforms", nargs="*", metavar="|".join(PLATFORMS))
    parser.add_argument("--python", nargs="+", default=PYTHONS)
    parser.add_argument("-o", dest="folder", type=Path, default=ROOT / "dist")
    parser.add_argument("--tu", dest="source", type=Path)
    asked = parser.parse_args(words)
    if unknown := set(asked.platforms) - set(PLATFORMS):
        parser.error(f"no such platform: {', '.join(sorted(unknown))}")
    for name in asked.platforms or PLATFORMS:
        made = make_bundle(PLATFORMS[name], asked.python, asked.folder, asked.source)
        print(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")


def make_bundle(platform: Platform, pythons: Sequence[str], folder: Path, source: Path | None = None) -> Path:
    """Write the bundle of one platform; returns its path. source: the only folder that wheels come from."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        own = built_wheel(Path(place) / "own")
        lists = {python: gather(own, platform, python, Path(place) / python, source) for python in pythons}
        members = dict(bundle_members(own, platform, lists))
    target = folder / f"baocao-{own.version}-{platform.name}.zip"
    target.write_bytes(zipped(members, f"baocao-{own.version}"))
    sums = f"{hashlib.sha256(target.read_bytes()).hexdigest()}  {target.name}\n"
    target.with_name(f"{target.name}.sha256").write_text(sums, encoding="utf-8")
    return target


def built_wheel(folder: Path) -> Wheel:
    """The wheel of this checkout."""
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    (file,) = folder.glob("*.whl")
    return read_wheel(file)


def read_wheel(file: Path) -> Wheel:
    """A wheel with its metadata."""
    with zipfile.ZipFile(file) as archive:
        (name,) = (item for item in archive.namelist() if item.endswith(".dist-info/METADATA"))
        return Wheel(file, BytesParser().parsebytes(archive.read(name)))


def gather(own: Wheel, platform: Platform, python: str, folder: Path, source: Path | None) -> list[Wheel]:
    """All wheels that baocao needs there, its own first, fetched into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    marks = marks_of(platform, python)
    wanted = list(own.needs(marks))
    while wanted:
        fetch(wanted, platform, python, folder, source)
        found = [own, *(read_wheel(file) for file in sorted(folder.glob("*.whl")))]
        wanted = missing(found, marks)
    names = reached(found, marks)
    return [wheel for wheel in found if wheel.name in names]


def marks_of(platform: Platform, python: str) -> dict[str, str]:
    """The variables of markers on that platform with that Python."""
    of_python = {"python_version": python, "python_full_version": f"{python}.0"}
    kind = {"implementation_name": "cpython", "platform_python_implementation": "CPython"}
    return {**platform.marks, **of_python, **kind}


def missing(wheels: Iterable[Wheel], marks: Mapping[str, str]) -> list[Requirement]:
    """What some wheel asks for where these marks hold and none of them gives."""
    known = {wheel.name: wheel.version for wheel in wheels}
    return [
        asked
        for wheel in wheels
        for asked in wheel.needs(marks)
        if canonicalize_name(asked.name) not in known
        or not asked.specifier.contains(known[canonicalize_name(asked.name)], prereleases=True)
    ]


def reached(wheels: Sequence[Wheel], marks: Mapping[str, str]) -> set[str]:
    """The names of the first wheel and of all it leads to: pip fetches for the Python it runs on, too."""
    known = {wheel.name: wheel for wheel in wheels}
    names, coming = set(), [wheels[0].name]
    while coming:
        name = coming.pop()
        if name not in names:
            names.add(name)
            coming += (canonicalize_name(asked.name) for asked in known[name].needs(marks))
    return names


def fetch(
    wanted: Iterable[Requirement], platform: Platform, python: str, folder: Path, source: Path | None
) -> None:
    """Download the wheels and what they need, as far as pip sees it."""
    pip = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check", "-d", str(folder)]
    tags = [word for tag in platform.tags for word in ("--platform", tag)]
    kind = ["--only-binary=:all:", *tags, "--python-version", python, "--implementation", "cp"]
    place = ["--no-index", "--find-links", str(source)] if source else []
    bare = [str(asked).partition(";")[0].strip() for asked in wanted]
    _run([*pip, *kind, *place, *bare])


def bundle_members(
    own: Wheel, platform: Platform, lists: Mapping[str, Sequence[Wheel]]
) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file of the bundle, the list of sums last."""
    members = dict(_members(own, platform, lists))
    sums = (f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(members.items()))
    yield from members.items()
    yield "SHA256SUMS", "".join(sums).encode()


def _members(
    own: Wheel, platform: Platform, lists: Mapping[str, Sequence[Wheel]]
) -> Iterator[tuple[str, bytes]]:
    known = " ".join(lists)
    facts = {"phien_ban": own.version, "nen_tang": platform.name, "python": list(lists)}
    yield "goi.json", (json.dumps(facts, ensure_ascii=False) + "\n").encode()
    words = {
        "@CO@": known,
        "@PYTHON@": " ".join(f"python{python}" for python in reversed(lists)),
        "@PHIEN_BAN@": own.version,
        "@NEN_TANG@": platform.words,
    }
    for part in sorted(PARTS.iterdir()):
        if part.is_file():
            yield part.name, _filled(part, words)
    for python, wheels in lists.items():
        yield f"{LISTS}/{python}.txt", "".join(sorted(map(_pinned, wheels))).encode()
    pool = {wheel.file.name: wheel for wheels in lists.values() for wheel in wheels}
    for name, wheel in sorted(pool.items()):
        yield f"{WHEELS}/{name}", wheel.file.read_bytes()
    yield from licences(pool.values())


def _filled(part: Path, words: Mapping[str, str]) -> bytes:
    """A part with its words; files for Windows with its line ends."""
    text = part.read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text.replace("\n", "\r\n").encode() if part.suffix in (*_ON_WINDOWS, ".txt") else text.encode()


def _pinned(wheel: Wheel) -> str:
    """A line of pip's list: this version and no other bytes."""
    return (
        f"{wheel.name}=={wheel.version} --hash=sha256:{hashlib.sha256(wheel.file.read_bytes()).hexdigest()}\n"
    )


def licences(wheels: Iterable[Wheel]) -> Iterator[tuple[str, bytes]]:
    """The list of packages with their licences, and the texts of the licences."""
    rows = []
    for key, wheel in sorted({(item.name, item.version): item for item in wheels}.items()):
        rows.append(f"{' '.join(key):32} {licence_of(wheel.about)}\n")
        with zipfile.ZipFile(wheel.file) as archive:
            for name in sorted(archive.namelist()):
                head, _, rest = name.partition(".dist-info/")
                if rest and Path(rest).name.lower().startswith(_LICENCE) and not name.endswith("/"):
                    yield f"giay-phep/{head}/{Path(rest).name}", archive.read(name)
    yield "giay-phep.txt", "".join(rows).encode()


def licence_of(about: Message) -> str:
    """The licence as a package states it: the expression, the classifiers, or the first line of the text."""
    classes = [
        line.split(" :: ")[-1] for line in about.get_all("Classifier", []) if line.startswith("License ::")
    ]
    stated = str(about.get("License-Expression") or about.get("License") or "").strip().splitlines()
    return (stated[0] if stated else "") or ", ".join(classes) or "(xem giay-phep)"


def zipped(members: Mapping[str, bytes], folder: str) -> bytes:
    """A zip in which everything stands in one folder; scripts can be run."""
    with tempfile.TemporaryFile() as stream:
        with zipfile.ZipFile(stream, "w") as archive:
            for name, data in sorted(members.items()):
                info = zipfile.ZipInfo(f"{folder}/{name}", _DATE)
                info.create_system = 3
                info.external_attr = (0o100755 if name.endswith(".sh") else 0o100644) << 16
                packed = name.endswith(".whl")
                info.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
                archive.writestr(info, data)
        stream.seek(0)
        return stream.read()


def _run(command: Sequence[str], cwd: Path | None = None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[:6])} …:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
