"""The samples as trees of typed text: put something in, write the files, make the report, read it."""

from __future__ import annotations

import copy
import io
import json
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from lxml import etree

import baocao

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
Step = str | int
Path_ = tuple[Step, ...]


class _AsTyped(yaml.SafeLoader):
    """Scalars as the file has them: no numbers, no dates, no yes and no."""

    yaml_implicit_resolvers: Mapping[str, Any] = {}


def as_typed(file: Path) -> Any:
    """The tree of a YAML file; every scalar is text."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_AsTyped)


def leaves(tree: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Paths to the scalars of a tree, in the order of the file."""
    if isinstance(tree, dict | list):
        below = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for step, child in below:
            yield from leaves(child, (*path, step))
    else:
        yield path


def at(tree: Any, path: Path_) -> Any:
    """What stands at a path."""
    for step in path:
        tree = tree[step]
    return tree


def put(tree: Any, path: Path_, value: Any) -> None:
    """Set what stands at a path."""
    at(tree, path[:-1])[path[-1]] = value


def written(tree: Any) -> tuple[str, dict[Path_, int]]:
    """The text of a data file, one scalar a line, and the line each scalar stands on (JSON is YAML)."""
    text = json.dumps(tree, indent=1, ensure_ascii=False)
    for sign in "\u0085\u2028\u2029":  # YAML breaks lines at them
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    lines: dict[Path_, int] = {}
    _count(tree, (), 1, lines)
    return text, lines


def _count(tree: Any, path: Path_, line: int, lines: dict[Path_, int]) -> int:
    """Note the line of every value below a path; gives the line on which the value ends."""
    lines[path] = line
    if not isinstance(tree, dict | list) or not tree:
        return line
    below = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, child in below:
        line = _count(child, (*path, step), line + 1, lines)
    return line + 1


@dataclass
class Files:
    """A data file and a unit profile in a folder of their own, as trees that may be changed."""

    folder: Path
    data: Any
    unit: Any

    @classmethod
    def of_sample(cls, folder: Path, name: str, data_file: str) -> Files:
        """A copy of a sample with the unit's own templates."""
        shutil.copytree(SAMPLES / name, folder, dirs_exist_ok=True)
        return cls(folder, as_typed(folder / data_file), as_typed(folder / "don-vi.yaml"))

    def copy(self) -> Files:
        """The same files with trees of their own."""
        return Files(self.folder, copy.deepcopy(self.data), copy.deepcopy(self.unit))

    def leaves(self) -> list[Path_]:
        """Paths to all scalars; the first step tells the file: "data" or "unit"."""
        return [("data", *path) for path in leaves(self.data)] + [
            ("unit", *path) for path in leaves(self.unit)
        ]

    def at(self, path: Path_) -> Any:
        """What stands at such a path."""
        return at(getattr(self, str(path[0])), path[1:])

    def put(self, path: Path_, value: Any) -> None:
        """Set what stands at such a path."""
        put(getattr(self, str(path[0])), path[1:], value)

    def report(self, **options: Any) -> tuple[baocao.Report, dict[tuple[str, int], Path_]]:
        """Write both files and make the report; also which scalar stands at which file and line."""
        places: dict[tuple[str, int], Path_] = {}
        for kind, tree, name in (("data", self.data, "so-lieu.yaml"), ("unit", self.unit, "don-vi.yaml")):
            text, lines = written(tree)
            (self.folder / name).write_text(text, encoding="utf-8")
            places |= {(str(self.folder / name), line): (kind, *path) for path, line in lines.items()}
        return baocao.make_report(self.folder / "so-lieu.yaml", **options), places


def errors_at(
    report: baocao.Report, places: Mapping[tuple[str, int], Path_]
) -> dict[Path_, list[baocao.Finding]]:
    """The findings that stop a report, by the scalar they name."""
    found: dict[Path_, list[baocao.Finding]] = {}
    for item in report.findings:
        if item.level is baocao.Severity.ERROR:
            assert item.where.line is not None, item
            found.setdefault(places[item.where.file, item.where.line], []).append(item)
    return found


def assert_sound(data: bytes) -> None:
    """Every part is well-formed XML, Word will open it, no sign of the engine is left in it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    assert baocao.check_docx(data) == ()
