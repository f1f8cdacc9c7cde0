"""Wheels of the packages that this environment has, packed again from their installed files: an index for
tests that reach none.
"""

from __future__ import annotations

import base64
import hashlib
import sys
import zipfile
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.tags import parse_tag
from packaging.utils import canonicalize_name

_NOT_PACKED = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")


def needed(lines: Iterable[str], known: set[str] | None = None) -> set[str]:
    """The names of all packages that these requirements lead to here."""
    known = set() if known is None else known
    for line in lines:
        asked = Requirement(line)
        wanted = asked.marker is None or asked.marker.evaluate({"extra": ""})
        if wanted and canonicalize_name(asked.name) not in known:
            known.add(canonicalize_name(asked.name))
            needed(metadata.requires(asked.name) or (), known)
    return known


def repacked(name: str, folder: Path) -> Path:
    """The wheel of an installed package."""
    dist = metadata.distribution(name)
    members: dict[str, bytes] = {}
    for file in dist.files or ():
        inside = not file.parts[0].startswith("..") and "__pycache__" not in file.parts
        if inside and file.name not in _NOT_PACKED:
            members[file.as_posix()] = Path(dist.locate_file(file)).read_bytes()
    (about,) = (item for item in members if item.endswith(".dist-info/WHEEL"))
    tags = [line.split(": ")[1] for line in members[about].decode().splitlines() if line.startswith("Tag: ")]
    stem = about.partition(".dist-info/")[0]
    return write_wheel(folder / f"{stem}-{_joined(tags)}.whl", members)


def made_wheel(
    folder: Path,
    name: str,
    version: str,
    needs: Iterable[str] = (),
    *,
    tag: str = "py3-none-any",
    licence: str = "",
) -> Path:
    """A wheel of next to nothing, that only asks for others."""
    stem = f"{name.replace('-', '_')}-{version}"
    lines = [f"Name: {name}", f"Version: {version}", *(f"Requires-Dist: {item}" for item in needs)]
    lines += [f"License-Expression: {licence}"] if licence else []
    members = {
        f"{name.replace('-', '_')}.py": b"",
        f"{stem}.dist-info/METADATA": "\n".join(["Metadata-Version: 2.4", *lines, ""]).encode(),
        f"{stem}.dist-info/WHEEL": f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n".encode(),
    }
    return write_wheel(folder / f"{stem}-{tag}.whl", members)


def write_wheel(target: Path, members: Mapping[str, bytes]) -> Path:
    """Write the members of a wheel with their RECORD."""
    (about,) = (item for item in members if item.endswith(".dist-info/WHEEL"))
    record = about.replace("WHEEL", "RECORD")
    lines = [f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in members.items()]
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**members, record: "".join([*lines, f"{record},,\n"]).encode()}.items():
            archive.writestr(name, data)
    return target


def this_python() -> str:
    """The Python that runs, "3.11"."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def _joined(tags: Iterable[str]) -> str:
    """Tags as a file name has them: "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64"."""
    parts = [tag for item in tags for tag in parse_tag(item)]
    kinds = ((tag.interpreter for tag in parts), (tag.abi for tag in parts), (tag.platform for tag in parts))
    return "-".join(".".join(dict.fromkeys(sorted(kind))) for kind in kinds)


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
