"""Hostile packs, and what runs them one after another in a process that is watched."""

from __future__ import annotations

import io
import os
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any

from baocao.builder import build_template
from baocao.cli import run
from baocao.formats import load_format

SECRET = "MAT-KHAU-7919"
ROOT = Path(__file__).resolve().parents[2]
Files = Mapping[str, str | bytes]
MOST_MEMORY = 400 * 2**20
"""Address space above the start: an honest report takes a tenth."""

READING = {
    "include": '{% include "/etc/passwd" %}',
    "include the secret": '{% include "bi-mat.txt" %}',
    "extends a file": '{% extends "/etc/passwd" %}',
    "extends upwards": '{% extends "../../../../etc/passwd" %}',
    "extends itself": '{% extends "thu" %}',
    "extends a value": "{% extends dv.ten %}",
    "import": '{% import "os" as os %}{{ os.system("true") }}',
    "from import": '{% from "os" import system %}',
    "class": "{{ dv.__class__.__mro__[1].__subclasses__() }}",
    "class of a figure": "{{ tthc.tiep_nhan.__class__ }}",
    "class of a text": "{{ ''.__class__ }}",
    "class by subscript": "{{ tthc['__class__'] }}",
    "class by filter": "{{ dv|attr('__class__') }}",
    "class by map": "{{ [dv]|map(attribute='__class__')|list }}",
    "class by joined words": "{{ dv['__cl' ~ 'ass__'] }}",
    "globals of a function": "{{ ke_tieu_ngu.__globals__ }}",
    "globals of range": "{{ range.__globals__ }}",
    "globals of a class": "{{ namespace.__init__.__globals__ }}",
    "private value": "{{ tthc.tiep_nhan._value }}",
    "private texts": "{{ dv.them._texts }}",
    "private document": "{{ mo_dau.van_ban_giao._document }}",
    "private record": "{{ tthc._make }}",
    "template itself": "{{ self._TemplateReference__context }}",
    "loop internals": "{% for x in tthc.linh_vuc %}{{ loop._iterable }}{% endfor %}",
    "method of a number": "{{ tthc.tiep_nhan.gia_tri.sqrt() }}",
    "method of a date": "{{ ky.tu_ngay.gia_tri.strftime('%Y') }}",
    "method of a list": "{{ dv.noi_nhan.__add__([1]) }}",
    "format": "{{ '{0.__class__}'.format(dv) }}",
    "encode": "{{ dv.ten.encode() }}",
    "lipsum": "{{ lipsum.__globals__ }}",
    "cycler": "{{ cycler.__init__.__globals__ }}",
    "autoescape": "{% autoescape false %}<w:p>{% endautoescape %}",
    "safe": "{{ '</w:t>'|safe }}",
    "debug": "{% debug %}",
    "do": "{% do dv.noi_nhan.append(1) %}",
    "call": "{% call dv.names() %}{% endcall %}",
}

SPENDING = {
    "endless loop": "{% for i in range(1000000000) %}x{% endfor %}",
    "nested loops": "{% for a in range(9999) %}{% for b in range(9999) %}{{ a }}{% endfor %}{% endfor %}",
    "loop in a condition": "{% for a in range(99999) if range(99999)|sum %}{% endfor %}",
    "huge text": "{{ 'a' * 1000000000 }}",
    "huge list": "{{ [1] * 1000000000 }}",
    "doubling": "{% set n = namespace(x='a') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "much output": "{% set x = 'abcdefgh' * 9999 %}{% for i in range(9999) %}{{ x }}{% endfor %}",
    "power": "{{ 9 ** 9 ** 9 }}",
    "power of a figure": "{{ tthc.tiep_nhan.gia_tri ** 99999999 }}",
    "recursive macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "branching macro": "{% macro m(n) %}{{ m(n - 1) ~ m(n - 1) if n else 1 }}{% endmacro %}{{ m(90) }}",
    "block in itself": "{% block a %}{{ self.a() }}{% endblock %}",
    "recursive loop": "{% for a in range(999) recursive %}{{ loop(range(999)) }}{% endfor %}",
    "wide number": "{{ tthc.tiep_nhan | so(1000000000) }}",
    "wide percent": "{{ '%99999999d' % 1 }}",
    "wide rounding": "{{ 1.5 | round(100000000) }}",
    "great Roman number": "{{ 999999999999 | la_ma }}",
    "long rule": "{{ ke_co_quan(range(1000000000)) }}",
    "rule of many lines": "{{ ke_trich_yeu(['x' * 9999] * 99999) }}",
    "nested tags": "{% if dv %}" * 300 + "{% endif %}" * 300,
    "nested brackets": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
    "unclosed": "{% for a in dv.noi_nhan %}" * 50,
    "open braces": "{{ " + "{" * 5000,
}


@cache
def _parts() -> dict[str, bytes]:
    """The parts of an honest template."""
    source = "@dau_van_ban\n\n# MỤC\n\nHồ sơ[^a]: {{ tthc.tiep_nhan }}.\n\n[^a]: Của {{ dv.ten }}.\n"
    built = build_template(source, ("I.", "1.", "a)"), load_format())
    with zipfile.ZipFile(io.BytesIO(built)) as archive:
        return {item: archive.read(item) for item in archive.namelist()}


def _packed(parts: Mapping[str, bytes] | bytes) -> bytes:
    if isinstance(parts, bytes):
        return parts
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _with(parts: dict[str, bytes], text: str) -> dict[str, bytes]:
    return parts | {"word/document.xml": text.encode()}


def _declared(document: str, declarations: str, inside: str) -> str:
    document = document.replace("?>", f"?><!DOCTYPE w:document [{declarations}]>", 1)
    return document.replace("</w:body>", f"<w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:body>", 1)


_LAUGHS = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
_CHANGES: Mapping[str, Any] = {
    "outside entity": lambda parts, text: _with(
        parts, _declared(text, '<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;")
    ),
    "outside declarations": lambda parts, text: _with(
        parts, _declared(text, '<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;', "")
    ),
    "laughing entities": lambda parts, text: _with(parts, _declared(text, _LAUGHS, "&a11;")),
    "zip bomb": lambda parts, text: parts | {"word/media/image1.png": b"\0" * 130 * 2**20},
    "bomb in the document": lambda parts, text: _with(
        parts, text.replace("</w:body>", "<w:p/>" * 2_000_000 + "</w:body>")
    ),
    "member outside": lambda parts, text: parts | {"../../bi-mat.txt": b"x"},
    "member with a root": lambda parts, text: parts | {"/tmp/bi-mat.txt": b"x"},
    "cut off": lambda parts, text: _packed(parts)[:3000],
    "no zip": lambda parts, text: SECRET.encode(),
    "nothing": lambda parts, text: b"",
    "no document": lambda parts, text: {
        name: data for name, data in parts.items() if name != "word/document.xml"
    },
    "broken document": lambda parts, text: _with(parts, text[: len(text) // 2]),
    "deep document": lambda parts, text: _with(
        parts, text.replace("</w:body>", "<w:sdt>" * 50_000 + "</w:sdt>" * 50_000 + "</w:body>")
    ),
    "rule that asks for the class": lambda parts, text: _with(
        parts, text.replace("ke: ke_tieu_ngu()", "ke: ke_tieu_ngu.__globals__")
    ),
    "rule that loops": lambda parts, text: _with(
        parts, text.replace("ke: ke_tieu_ngu()", "ke: range(1000000000)|sum")
    ),
    "tags in the properties": lambda parts, text: (
        parts
        | {"docProps/core.xml": parts["docProps/core.xml"].replace(b"{{ dv.ten }}", b"{{ dv.__class__ }}")}
    ),
}

MANIFESTS = {
    "format of another folder": "the_thuc: ../../../etc/passwd",
    "wide hole": "trich_yeu: ['Kết quả {nam:>1000000000}']",
    "attribute in a hole": "trich_yeu: ['Kết quả {ky.__class__}']",
    "item in a hole": "trich_yeu: ['Kết quả {ky[0]}']",
    "hole in a hole": "trich_yeu: ['Kết quả {nam:{nam}}']",
    "converted hole": "trich_yeu: ['Kết quả {nam!r}']",
    "Python object": "noi_nhan: !!python/object/apply:os.system [true]",
    "aliases": "them:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"  a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)),
    "deep": "them: " + "[" * 100_000,
    "bytes": "\x00\x01\x02",
}

CATALOGUES = {
    "cycle": "chi_tieu:\n  a.x: {nhan: X, loai: dem, mac_dinh_theo: a.y}\n"
    "  a.y: {nhan: Y, loai: dem, mac_dinh_theo: a.x}\n",
    "private id": "chi_tieu:\n  __class__: {nhan: X, loai: dem}\n",
    "id of the house": "chi_tieu:\n  dv: {nhan: X, loai: dem}\n",
    "id that is no name": "chi_tieu:\n  '{{ 7*7 }}': {nhan: X, loai: dem}\n",
}


@dataclass
class Outcome:
    """What one hostile pack did."""

    code: int
    said: str
    seconds: float
    touched: list[str]
    written: bool


def run_all(folder: Path) -> dict[str, dict[str, Any]]:
    """Run every case in `folder`; the outcomes by the case's name."""
    import resource

    (folder / "bi-mat.txt").write_text(SECRET, encoding="utf-8")
    os.chdir(folder)
    honest = _run(folder, "thật", {"noi-dung.md": "Hồ sơ: {{ tthc.tiep_nhan }} của {{ dv.ten }}."})
    assert (honest.code, honest.written) == (0, True), honest
    _run(folder, "thật nữa", {"mau.docx": _packed(_parts())})
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    made = {name: make() for name, make in cases().items()}
    resource.setrlimit(resource.RLIMIT_AS, (used + MOST_MEMORY + sum(map(_weight, made.values())),) * 2)
    return {name: asdict(_run(folder, name, files)) for name, files in made.items()}


def _weight(files: Files) -> int:
    return sum(map(len, files.values()))


def cases() -> dict[str, Callable[[], Files]]:
    """What makes the files of each case, by the case's name."""
    found: dict[str, Callable[[], Files]] = {}
    for name, text in READING.items():
        found[f"md {name}"] = partial(dict, {"noi-dung.md": f"Đầu.\n\n{text}\n\nCuối."})
    for name, text in (READING | SPENDING).items():
        found[f"docx {name}"] = partial(_with_tag, text)
    for name, change in _CHANGES.items():
        found[f"docx {name}"] = partial(_changed, change)
    for name, text in MANIFESTS.items():
        found[f"goi {name}"] = partial(dict, {"goi.yaml": text, "noi-dung.md": "Chữ."})
    for name, text in CATALOGUES.items():
        found[f"chi-tieu {name}"] = partial(dict, {"chi-tieu.yaml": text, "noi-dung.md": "Chữ."})
    return found


def _with_tag(tag: str) -> Files:
    tag = tag.replace("&", "&amp;").replace("<", "&lt;")
    inside = f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p><w:sectPr"
    return _changed(lambda parts, text: _with(parts, text.replace("<w:sectPr", inside, 1)))


def _changed(change: Callable[[dict[str, bytes], str], Mapping[str, bytes] | bytes]) -> Files:
    parts = _parts()
    return {"mau.docx": _packed(change(parts, parts["word/document.xml"].decode()))}


_touched: list[str] | None = None


def watch(event: str, args: tuple[Any, ...]) -> None:
    if _touched is None:
        return
    if event == "open" and isinstance(args[0], int):
        return  # a file that is open already
    if event.split(".")[0] in ("open", "os", "subprocess", "socket", "shutil", "ctypes", "import", "pty"):
        _touched.append(f"{event} {args[0] if args else ''}")


def _run(folder: Path, name: str, files: Files) -> Outcome:
    """Build the template when there is only its source, then make the report with it."""
    global _touched
    pack = folder / "goi" / name.replace(" ", "-") / "cchc-nam"
    pack.mkdir(parents=True)
    for file, content in files.items():
        (pack / file).write_bytes(content.encode() if isinstance(content, str) else content)
    target = folder / f"{pack.parent.name}.docx"
    said, code, _touched = io.StringIO(), 0, []
    begun = time.process_time()
    with redirect_stdout(said), redirect_stderr(said):
        if "noi-dung.md" in files:
            code = run(["mau", "dung", str(pack)])
        if code == 0:
            code = run(["tao", "so-lieu.yaml", "--mau", str(pack), "-o", str(target), "--nhap"])
    seconds, touched, _touched = time.process_time() - begun, _touched, None
    return Outcome(code, said.getvalue(), seconds, _foreign(touched, pack), target.exists())


def _foreign(touched: list[str], pack: Path) -> list[str]:
    """What a run has no business with: not its pack, the built-in one, the data, the cache, Python."""
    places = (pack, ROOT / "templates", ROOT / "src", os.environ["BAOCAO_CACHE"], sys.prefix, sys.base_prefix)
    own = (*map(str, places), "so-lieu.yaml", "don-vi.yaml")
    return [item for item in touched if not item.partition(" ")[2].startswith((*own, "baocao."))]
