"""What inheritance costs: compiling and rendering the sample report with layers and fragments, in one run.

    python benchmarks/inheritance.py [--json]

Every case prints the same report. Renders take turns in one process, so that a busy machine slows all alike;
compile times are of `compile_template` alone, without the cache. Wall time, median.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from one_report import machine, ready_figures

from baocao.authoring.copying import copy_template
from baocao.builder import build_template
from baocao.formats import load_format
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.produce import context_of
from baocao.render import render, to_bytes
from baocao.template import LayerSource, Template
from baocao.template.compiler import compile_template
from baocao.template.sources import FragmentFiles
from baocao.vietnamese.filters import FILTERS

COMPILED, RENDERED = 5, 200
ONE = ("mo_dau",)
MANY = ("mo_dau", "ket_qua_chung", "the_che", "tthc", "to_chuc", "can_bo", "tai_chinh", "chinh_quyen_so")
SIGNATURE = "@khoi_ky"


def main() -> None:
    """Measure and print."""
    results = measure()
    print(json.dumps(results, ensure_ascii=False, indent=2) if "--json" in sys.argv else report(results))


def measure() -> dict[str, Any]:
    """Milliseconds of each case, to compile and to render."""
    pack = find_pack("cchc-nam")
    figures = ready_figures()
    with tempfile.TemporaryDirectory() as folder:
        layers = cases(pack, Path(folder))
    compiling = {name: (lambda item=item: compiled(pack, item)) for name, item in layers.items()}
    templates = {name: done() for name, done in compiling.items()}

    def rendering(template: Template) -> Callable[[], bytes]:
        return lambda: to_bytes(render(template, context_of(pack, figures)))

    work = {name: rendering(template) for name, template in templates.items()}
    texts = {
        name: render(item, context_of(pack, figures)).text().count("<w:p>")
        for name, item in templates.items()
    }
    if len(set(texts.values())) > 1:
        raise SystemExit(f"the cases print different reports: {texts}")
    return {
        "machine": machine(),
        "compile": in_turn(compiling, COMPILED),
        "render": in_turn(work, RENDERED),
    }


def cases(pack: Pack, folder: Path) -> Mapping[str, Sequence[bytes]]:
    """The layers of each case, most specific first."""
    base = pack.layers[0].folder
    whole = (base / "mau.docx").read_bytes()
    source = (base / "noi-dung.md").read_text("utf-8").replace(SIGNATURE, '{% include "khoi-ky" %}')
    with_fragment = build_template(source, pack.manifest.headings, load_format(pack.manifest.format_profile))
    return {
        "no layer": (whole,),
        "one block": (blocks(folder / "mot", ONE), whole),
        f"{len(MANY)} blocks": (blocks(folder / "nhieu", MANY), whole),
        "a fragment included": (with_fragment,),
    }


def blocks(folder: Path, names: Sequence[str]) -> bytes:
    """A unit's file of blocks with the pack's own text."""
    return copy_template("cchc-nam", folder, names).template.read_bytes()


def compiled(pack: Pack, layers: Sequence[bytes]) -> Template:
    """Compile layers of a pack."""
    sources = [LayerSource(f"lop-{number}.docx", pack.id, data) for number, data in enumerate(layers)]
    return compile_template(sources, FILTERS, FragmentFiles(pack.fragments))


def in_turn(work: Mapping[str, Callable[[], object]], turns: int) -> dict[str, float]:
    """Median milliseconds of each kind of work, taken in turn."""
    spent: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(turns):
        for name, done in work.items():
            began = time.perf_counter()
            done()
            spent[name].append(time.perf_counter() - began)
    return {name: statistics.median(times) * 1000 for name, times in spent.items()}


def report(results: dict[str, Any]) -> str:
    """The table of benchmarks/README.md."""
    compiling, rendering = results["compile"], results["render"]
    first = next(iter(rendering))
    lines = [json.dumps(results["machine"], ensure_ascii=False), ""]
    lines += [
        "| case | compile, ms | ratio | render and pack, ms | ratio |",
        "| --- | --- | --- | --- | --- |",
    ]
    lines += [
        f"| {name} | {compiling[name]:.0f} | {compiling[name] / compiling[first]:.2f} "
        f"| {rendering[name]:.2f} | {rendering[name] / rendering[first]:.2f} |"
        for name in rendering
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
