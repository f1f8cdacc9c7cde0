"""What of the code decides what the compiler puts out has a part in the name of a compiled template."""

import ast
import os
import shutil
from pathlib import Path

import pytest

import baocao
from baocao.template import LayerSource, cache

PACKAGE = Path(baocao.__file__).parent
LAYERS = [LayerSource("mau.docx", "goi", b"")]
HARMLESS = {
    "packs/catalogue.py": "template/sources.py makes the layers with it; the key has their bytes",
    "packs/pack.py": "the same",
    "packs/reader.py": "the same",
    "version.py": "its value stands in the key",
}


def file_of(name: str) -> Path | None:
    """The file of a module of ours, None when the name is of something in a module."""
    place = PACKAGE.joinpath(*name.split(".")[1:])
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    return file if file.is_file() else None


def imported(file: Path) -> set[Path]:
    """The files of ours that a file imports, at its top or inside its functions."""
    names = set()
    for item in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(item, ast.Import):
            names |= {alias.name for alias in item.names}
        elif isinstance(item, ast.ImportFrom):
            names |= {
                inner if file_of(inner := f"{item.module}.{alias.name}") else str(item.module)
                for alias in item.names
            }
    ours = {file_of(name) for name in names if name.split(".")[0] == "baocao"}
    assert None not in ours
    return {found for found in ours if found}


def reached() -> dict[str, str]:
    """Every file that compiling may lead to, with the one that imports it; harmless ones lead nowhere."""
    found = {f"template/{file.name}": "" for file in (PACKAGE / "template").glob("*.py")}
    coming = list(found)
    while coming:
        name = coming.pop()
        for file in () if name in HARMLESS else imported(PACKAGE / name):
            new = file.relative_to(PACKAGE).as_posix()
            if new not in found:
                found[new] = name
                coming.append(new)
    return found


def is_covered(name: str) -> bool:
    return os.path.dirname(name) in cache.COMPILER_ROOMS or name in cache.COMPILER_MODULES


def test_every_module_that_compiling_leads_to_counts_or_is_harmless():
    found = reached()
    assert {name: by for name, by in found.items() if not is_covered(name) and name not in HARMLESS} == {}


def test_nothing_is_named_that_compiling_does_not_lead_to():
    found = reached()
    assert {*cache.COMPILER_MODULES, *HARMLESS} - set(found) == set()
    assert set(cache.COMPILER_ROOMS) <= {os.path.dirname(name) for name in found}
    assert {name for name in HARMLESS if is_covered(name)} == set()


@pytest.mark.parametrize(
    "name", ["packs/chart_options.py", "template/charts.py", "formats/nd30-2020.yaml", "messages/charts.py"]
)
def test_a_change_of_such_a_file_gives_another_key(name, tmp_path, monkeypatch):
    for folder in ("template", "packs", "formats", "messages"):
        shutil.copytree(PACKAGE / folder, tmp_path / folder)
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "template" / "cache.py"))
    before = cache.key_of(LAYERS, ())
    assert cache.key_of(LAYERS, ()) == before
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes() + b"\n")
    assert cache.key_of(LAYERS, ()) != before


def test_a_frozen_program_counts_as_the_file_of_its_code(tmp_path, monkeypatch):
    """Its modules stand in no files of their own."""
    program = tmp_path / "baocao"
    program.write_bytes(b"1")
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "_internal" / "baocao" / "template" / "cache.py"))
    monkeypatch.setattr(cache.sys, "frozen", True, raising=False)
    monkeypatch.setattr(cache.sys, "executable", str(program))
    before = cache.key_of(LAYERS, ())
    program.write_bytes(b"22")
    assert cache.key_of(LAYERS, ()) != before
