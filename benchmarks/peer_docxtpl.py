"""The peer: docxtpl renders the same template with the same figures.

The template is the pack's own mau.docx, with what docxtpl cannot do rewritten for it: texts with marks become
XML through filters (`{{p x | doan }}`, `{{r x | chay }}`), drawn rules keep their sample length. docxtpl gets
its figures ready made, pickled: it reads no data file, checks nothing and derives nothing.
"""

from __future__ import annotations

import os
import pickle
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

_TAG = re.compile(rb"\{\{([pr]) (.*?)\}\}")
_FILTERS = {b"p": b"doan", b"r": b"chay"}


def equal_template(template: Path, target: Path) -> None:
    """Rewrite the template for docxtpl; done once, before anything is timed."""
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith(".xml"):
                data = _TAG.sub(lambda tag: b"{{%s %s| %s }}" % (tag[1], tag[2], _FILTERS[tag[1]]), data)
            made.writestr(name, data)


def environment() -> Environment:
    """Jinja with the project's filters, as docxtpl's manual shows."""
    from baocao.ooxml.markdown import parse_text
    from baocao.ooxml.paragraphs import STYLES, runs_xml, styled_paragraph
    from baocao.vietnamese.filters import FILTERS

    def source(value: Any) -> str:
        return getattr(value, "markdown", None) or str(value)

    def paragraphs(value: Any) -> Markup:
        blocks = parse_text(source(value)).blocks
        return Markup("".join(styled_paragraph(STYLES[one.kind], runs_xml(one.inlines)) for one in blocks))

    def runs(value: Any) -> Markup:
        return Markup("".join(runs_xml(block.inlines) for block in parse_text(source(value)).blocks))

    def total(figures: Any, attribute: str) -> Any:
        return sum(getattr(row, attribute).gia_tri or 0 for row in figures)

    made = Environment(autoescape=True)
    made.filters.update(FILTERS, doan=paragraphs, chay=runs, sum=total)
    made.globals.update(dict.fromkeys(("ke_tieu_ngu", "ke_co_quan", "ke_trich_yeu"), lambda *_: 1_000_000))
    return made


def render(template: Path, context: dict[str, Any], jinja: Environment, target: Any) -> None:
    """One report into a path or stream, with a new DocxTemplate as docxtpl's manual shows it."""
    from docxtpl import DocxTemplate

    document = DocxTemplate(template)
    document.render(context, jinja_env=jinja)
    document.save(target)


def main() -> None:
    """A whole process: template, pickled figures, a target; or `--each` | `--reused`, folder, how many."""
    template, figures = map(Path, sys.argv[1:3])
    context = pickle.loads(figures.read_bytes()).context()
    if sys.argv[3] in ("--each", "--reused"):
        many(template, context, Path(sys.argv[4]), int(sys.argv[5]), reused=sys.argv[3] == "--reused")
    else:
        render(template, context, environment(), sys.argv[3])


def many(template: Path, context: dict[str, Any], folder: Path, reports: int, *, reused: bool) -> None:
    """Many reports: a new DocxTemplate for each, or one for all (its manual: multiple rendering)."""
    from docxtpl import DocxTemplate

    jinja, document = environment(), DocxTemplate(template)
    for number in range(reports):
        target = str(folder / f"{os.getpid()}-{number}.docx")
        if reused:
            document.render(context, jinja_env=jinja)
            document.save(target)
        else:
            render(template, context, jinja, target)


if __name__ == "__main__":
    main()
