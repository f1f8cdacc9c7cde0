"""Compiled templates on disk: same result, never trusted when damaged, never in the way."""

import os
import stat
import subprocess
import sys

import pytest

from baocao.render import render, to_bytes
from baocao.template import LayerSource, cache, load_template
from baocao.template.loader import _recent
from small_docx import note, notes_of, p, package, paragraphs, ref, tbl

DATA = package(
    p("{{ ten }}", ref(1)) + p("{%p if x %} thừa") + p("{%p endif %}") + tbl(["a"]),
    notes=note(1, "ghi {{ ten }}"),
)
LAYERS = [LayerSource("mau.docx", "goi", DATA)]
CONTEXT = {"ten": "Tân Hồng", "x": 0}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kho"))
    _recent.clear()
    yield tmp_path / "kho"
    _recent.clear()


def fresh():
    _recent.clear()
    return load_template(LAYERS, ())


def report(template):
    return to_bytes(render(template, CONTEXT, filters={}))


def test_what_was_kept_renders_the_same(folder):
    first = fresh()
    (file,) = folder.iterdir()
    second = fresh()
    assert report(second) == report(first)
    assert (paragraphs(report(second)), notes_of(report(second))) == (
        ["Tân Hồng[1]", "a"],
        {"1": ["ghi Tân Hồng"]},
    )
    assert (second.fields, second.findings, second.places) == (first.fields, first.findings, first.places)
    assert second.findings[0].code == "chu-bi-bo"
    assert list(folder.iterdir()) == [file]


def test_a_warm_start_imports_jinja2_only(folder):
    fresh()
    (folder.parent / "mau.docx").write_bytes(DATA)
    script = (
        "import sys; from baocao.template import LayerSource, load_template;"
        "from baocao.render import render, to_bytes;"
        f"data = open({str(folder.parent / 'mau.docx')!r}, 'rb').read();"
        "t = load_template([LayerSource('mau.docx', 'goi', data)], ());"
        "to_bytes(render(t, {'ten': 'a', 'x': 0}, filters={}));"
        "print([n for n in ('lxml', 'docx', 'docxtpl', 'zipfile', 'yaml') if n in sys.modules])"
    )
    environment = os.environ | {cache.VARIABLE: str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[:60] + bytes([data[60] ^ 1]) + data[61:],
        lambda data: b"x" + data,
        lambda data: os.urandom(len(data)),
    ],
    ids=["empty", "cut", "one bit", "shifted", "noise"],
)
def test_a_damaged_file_is_as_good_as_none(folder, damage):
    good = report(fresh())
    (file,) = folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert report(fresh()) == good


@pytest.mark.skipif(os.name == "nt", reason="quyền tệp kiểu POSIX")
def test_a_file_others_can_write_is_not_run(folder):
    fresh()
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(0o666)
    assert cache.read(folder, file.name) is None


def test_every_input_counts():
    keys = {
        cache.key_of(LAYERS, ()),
        cache.key_of(LAYERS, ("so",)),
        cache.key_of([LayerSource("mau.docx", "khac", DATA)], ()),
        cache.key_of([LayerSource("khac.docx", "goi", DATA)], ()),
        cache.key_of([LayerSource("mau.docx", "goi", DATA + b" ")], ()),
        cache.key_of(LAYERS * 2, ()),
    }
    assert len(keys) == 6


def test_a_folder_that_cannot_be_made_is_no_matter(tmp_path, monkeypatch):
    (tmp_path / "tep").write_text("x")
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "tep" / "kho"))
    assert paragraphs(report(fresh()))[0] == "Tân Hồng[1]"


def test_the_cache_can_be_switched_off(monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, "")
    assert cache.cache_folder() is None
    assert paragraphs(report(fresh()))[0] == "Tân Hồng[1]"


def test_the_cache_does_not_grow_forever(folder):
    fresh()
    (file,) = folder.iterdir()
    for place in range(cache.MAX_FILES + 5):
        old = folder / f"{place:064d}"
        old.write_bytes(b"x")
        os.utime(old, (place, place))
    file.unlink()
    fresh()
    assert len(list(folder.iterdir())) == cache.MAX_FILES
    assert file.exists()


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "/nha"}, "/nha/.cache/baocao"),
        ("linux", {"HOME": "/nha", "XDG_CACHE_HOME": "/kho"}, "/kho/baocao"),
        ("darwin", {"HOME": "/nha"}, "/nha/Library/Caches/baocao"),
        ("win32", {"LOCALAPPDATA": "/may"}, "/may/baocao"),
        ("win32", {}, None),
        ("linux", {}, None),
    ],
)
def test_where_the_cache_stands(platform, environment, expected, monkeypatch):
    for name in (cache.VARIABLE, "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(cache.sys, "platform", platform)
    folder = cache.cache_folder()
    assert (folder and folder.as_posix()) == expected
