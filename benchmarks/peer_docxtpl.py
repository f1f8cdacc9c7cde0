"""The peer: docxtpl renders the same template with the same figures.

The template is the pack's own mau.docx, with what docxtpl cannot do rewritten for it: texts with marks are
turned into XML by filters (`{{p x }}`, `{{r x }}`), drawn rules keep their sample length. docxtpl gets its
context ready made: it reads no data file, checks nothing and derives nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from jinja2 import Environment, Undefined


class Peer:
    """docxtpl with a ready context, as its manual shows it: a new DocxTemplate for each report."""

    def __init__(self, template: Path, context: dict[str, Any]) -> None:
        self.template, self.context = template, context

    def render(self, target: Any) -> None:
        """One report into a path or stream."""
        from docxtpl import DocxTemplate

        document = DocxTemplate(self.template)
        document.render(self.context, jinja_env=environment())
        document.save(target)


def environment() -> Environment:
    """Jinja with the project's filters, as docxtpl's manual shows."""
    from baocao.vietnamese.filters import FILTERS

    made = Environment(autoescape=True, undefined=Undefined)
    made.filters.update(FILTERS)
    made.globals.update({name: lambda *_: 1000000 for name in ("ke_tieu_ngu", "ke_co_quan", "ke_trich_yeu")})
    return made


def ready_context(data_file: Path) -> dict[str, Any]:
    """The figures of a data file as the product derives them: the peer's work begins after this."""
    from baocao.derive.figures import compute
    from baocao.intake.reader import read
    from baocao.model.validate import validate
    from baocao.packs.finder import find_pack

    pack = find_pack("cchc-nam")
    record, _ = validate(read(data_file), pack, draft=True)
    assert record is not None
    return compute(record, pack).context(draft=True)


def main() -> None:
    """One report in a whole process: template, data file, target."""
    template, data_file, target = map(Path, sys.argv[1:4])
    Peer(template, ready_context(data_file)).render(target)


if __name__ == "__main__":
    main()
