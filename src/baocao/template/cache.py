"""Compiled templates on disk, so that a warm start compiles nothing and imports no XML library.

One file a template, named by the hash of everything it was made from; Python code and plain values in
`marshal` form behind a checksum. A file that is damaged, foreign or unreadable is as good as none. Nothing is
unpickled.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from types import MappingProxyType
from typing import Any

from baocao.errors import Finding, Severity, Where
from baocao.ooxml.package import Member, Skeleton
from baocao.template.compiled import (
    Field,
    Fragments,
    LayerSource,
    NoteShell,
    Template,
    UnitPlaces,
    state_of,
)
from baocao.version import __version__

VARIABLE = "BAOCAO_CACHE"
"""Environment variable: another folder for the cache; set but empty, no cache."""
COMPILER_ROOMS = ("template", "ooxml", "ooxml/charts", "formats", "source", "messages")
"""Folders of baocao whose files, code and data, decide what comes out of the compiler."""
COMPILER_MODULES = (
    "errors.py",
    "packs/chart_options.py",
    "packs/entry.py",
    "quick.py",
    "vietnamese/dates.py",
    "vietnamese/numbers.py",
    "vietnamese/rounding.py",
    "vietnamese/text.py",
)
"""Files that decide as much and stand in rooms that do not."""
MAX_FILES = 64
_COUNTED = (".py", ".yaml", ".json")
_MAGIC = b"baocao-template-2\n"
_DAMAGED = (EOFError, ValueError, TypeError, IndexError, KeyError)


def cache_folder() -> Path | None:
    """Where compiled templates are kept; None when the cache is off or the user has no home."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named else None
    base = _user_cache()
    return base / "baocao" if base else None


def _user_cache() -> Path | None:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else None
    xdg = os.environ.get("XDG_CACHE_HOME")
    if xdg and Path(xdg).is_absolute() and sys.platform != "darwin":
        return Path(xdg)
    home = os.environ.get("HOME")
    return Path(home, "Library/Caches" if sys.platform == "darwin" else ".cache") if home else None


def key_of(layers: Sequence[LayerSource], filters: Iterable[str]) -> str:
    """The name of what compiling these layers gives, with this Python, jinja2 and compiler."""
    sha = hashlib.sha256()
    for text in (sys.version, sys.platform, *_tool_states(), *sorted(filters)):
        sha.update(f"{text}\0".encode())
    for layer in layers:
        packs = " ".join((layer.pack, *sorted(layer.stands_for), "", *sorted(layer.full_texts)))
        sha.update(f"{layer.name}\0{packs}\0{len(layer.data)}\0".encode())
        sha.update(layer.data)
    return sha.hexdigest()


def _tool_states() -> Iterable[str]:
    """Size and time of the files that decide what comes out of the compiler: ours and jinja2's."""
    import jinja2.compiler

    package = os.path.dirname(os.path.dirname(__file__))
    yield __version__
    for room in COMPILER_ROOMS:
        yield from _room_states(os.path.join(package, room))
    for file in (*(os.path.join(package, name) for name in COMPILER_MODULES), jinja2.compiler.__file__):
        yield _state(file)
    if getattr(sys, "frozen", False):  # then no module has a file of its own
        yield _state(sys.executable)


def _room_states(folder: str) -> Iterable[str]:
    try:
        with os.scandir(folder) as items:
            files = sorted(
                (item for item in items if item.name.endswith(_COUNTED)), key=lambda item: item.name
            )
    except OSError:  # as of `_state`
        return [folder]
    return [f"{file.name} {_size_and_time(file.stat())}" for file in files]


def _state(file: str) -> str:
    try:
        return f"{os.path.basename(file)} {_size_and_time(os.stat(file))}"
    except OSError:  # imported from an archive: its path tells the version
        return file


def _size_and_time(state: os.stat_result) -> str:
    return f"{state.st_size} {state.st_mtime_ns}"


def read(folder: Path, key: str, fragments: Fragments = MappingProxyType({})) -> Template | None:
    """The template of that name, compiled with those fragments, or None."""
    kept = _payload(folder / key)
    if isinstance(kept, list):
        if any(name not in fragments for name in kept):
            return None
        kept = _payload(folder / _with_fragments(key, {name: state_of(fragments[name]) for name in kept}))
    try:
        return _from_plain(kept) if isinstance(kept, tuple) else None
    except _DAMAGED:
        return None


def _payload(file: Path) -> Any:
    """What a file keeps: a template, or a list of the fragments whose states name the template's file."""
    try:
        with open(file, "rb") as opened:
            if not _is_ours(os.fstat(opened.fileno())):
                return None
            data = opened.read()
    except OSError:
        return None
    start = len(_MAGIC) + 32
    payload = data[start:]
    if data[: len(_MAGIC)] != _MAGIC or hashlib.sha256(payload).digest() != data[len(_MAGIC) : start]:
        return None
    try:
        return marshal.loads(payload)
    except _DAMAGED:
        return None


def _with_fragments(key: str, states: Mapping[str, tuple[str, str]]) -> str:
    return hashlib.sha256(repr((key, sorted(states.items()))).encode()).hexdigest()


def _is_ours(state: os.stat_result) -> bool:
    """Only a file that nobody else could have written is run."""
    return not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & 0o022)


def write(folder: Path, key: str, template: Template) -> None:
    """Keep a template; one with fragments by their states too. A folder that cannot be written to is left."""
    if not template.includes:
        _put(folder, key, _to_plain(template))
        return
    _put(folder, _with_fragments(key, template.includes), _to_plain(template))
    _put(folder, key, sorted(template.includes))


def _put(folder: Path, name: str, content: Any) -> None:
    """Write a file beside its place, then rename it."""
    import tempfile

    payload = marshal.dumps(content)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=folder, prefix=".moi-")
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_MAGIC + hashlib.sha256(payload).digest() + payload)
        os.replace(beside, folder / name)
        _forget_old(folder)
    except OSError:
        Path(beside).unlink(missing_ok=True)


def _forget_old(folder: Path) -> None:
    files = sorted(
        (file for file in folder.iterdir() if len(file.name) == 64), key=lambda file: file.stat().st_mtime
    )
    for file in files[:-MAX_FILES]:
        file.unlink(missing_ok=True)


def _to_plain(template: Template) -> tuple[Any, ...]:
    return (
        tuple((m.name, m.local, m.central, m.header, m.method) for m in template.skeleton.members),
        dict(template.codes),
        dict(template.entries),
        {name: (item.file, item.part, item.lines) for name, item in template.places.items()},
        astuple(template.notes),
        tuple((item.name, _plain_where(item.where)) for item in template.fields),
        tuple(
            (item.code, _plain_where(item.where), item.facts, item.severity and item.severity.value)
            for item in template.findings
        ),
        dict(template.blocks),
        dict(template.includes),
        {name: shell.to_plain() for name, shell in template.charts.items()},
    )


def _from_plain(values: tuple[Any, ...]) -> Template:
    members, codes, entries, places, notes, fields, findings, blocks, includes, charts = values
    return Template(
        skeleton=Skeleton(tuple(Member(*member) for member in members)),
        codes=codes,
        entries=entries,
        places={name: UnitPlaces(*item) for name, item in places.items()},
        notes=NoteShell(*notes),
        fields=tuple(Field(name, Where(*where)) for name, where in fields),
        findings=tuple(
            Finding(code, Where(*where), facts, Severity(level) if level else None)
            for code, where, facts, level in findings
        ),
        blocks=blocks,
        includes=includes,
        charts=_charts(charts),
    )


def _charts(plain: Mapping[str, tuple[Any, ...]]) -> Mapping[str, Any]:
    """The charts; what reads them is imported only when there are any."""
    if not plain:
        return {}
    from baocao.ooxml.charts.shell import ChartShell

    return {name: ChartShell.from_plain(item) for name, item in plain.items()}


def _plain_where(where: Where) -> tuple[Any, ...]:
    return tuple(where)
