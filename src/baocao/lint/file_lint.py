"""One file of a template on its way through the rules: what is wrong with it, what it asks the data for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from baocao.derive.sample import sample_context
from baocao.errors import Finding, Severity, Where, stops
from baocao.formats import Format, load_format
from baocao.lint.appendices import appendix_findings, turned_findings
from baocao.lint.container import container_findings
from baocao.lint.expressions import Use
from baocao.lint.leftovers import leftover_findings, unprinted_tags
from baocao.lint.looks import look_findings
from baocao.lint.meaning import Meaning
from baocao.lint.notes import note_findings
from baocao.lint.reading import read_part
from baocao.lint.syntax import readable
from baocao.lint.values import MISSING, UNKNOWN, attribute
from baocao.lint.word_file import WordFile, window, words_of
from baocao.lint.wraps import wrap_findings
from baocao.ooxml.metrics import rule_functions
from baocao.packs.pack import Pack
from baocao.template.codegen import compile_unit
from baocao.template.compiled import Place
from baocao.template.ooxml_tree import w
from baocao.vietnamese.filters import FILTERS
from baocao.vietnamese.text import nfc

Includes = dict[str, dict[str, Any]]
"""What each fragment sees where it is taken in: names with their values."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the pack tells: the names of the data with sample values, the format; None without a pack."""

    context: Mapping[str, Any] | None
    format: Format | None

    @staticmethod
    def of(pack: Pack | None) -> Known:
        """What is known with a pack."""
        if pack is None:
            return Known(None, None)
        fmt = load_format(pack.manifest.format_profile)
        return Known(sample_context(pack) | rule_functions(fmt), fmt)

    def without_names(self) -> Known:
        """For a file that may be used in any pack."""
        return replace(self, context=None)

    def has(self, path: str) -> bool:
        """Whether the data has a dotted name."""
        first, *steps = path.split(".")
        if self.context is None or first not in self.context or not steps:
            return False
        value = self.context[first]
        for step in steps:
            value = attribute(value, step)
        return value is not MISSING


class FileLint:
    """One file. base: the file whose package is printed. told: whether anybody wants to hear of this one.

    includes: takes what the file gives to the fragments it takes in. Filled by `read`: findings; uses of the
    data; blocks, each with whether it prints the one below it.
    """

    def __init__(
        self,
        file: WordFile,
        known: Known,
        base: WordFile | None,
        told: bool,
        includes: Includes,
        fragments: Mapping[str, Any],
    ) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.uses: list[Use] = []
        self.blocks: dict[str, bool] = {}
        self._known, self._told, self._includes = known, told, includes
        self._base = None if base is file else base
        self._fragments = {name: name for name in fragments}
        self._texts: dict[str, str] = {}

    def read(self, given: Mapping[str, Any]) -> None:
        """Apply every rule. given: names that the place of inclusion knows."""
        self.findings += self.file.findings
        if self._told:
            self.findings += self._raw_findings()
        for part in self.file.sheets:
            if part != self.file.notes:
                self._read_part(part, given)
        if self._told and self._known.format is not None:
            faulty = {item.where.anchor for item in self.findings if item.level is Severity.ERROR}
            self.findings += look_findings(self.file, self._known.format, self._base, faulty)

    def _raw_findings(self) -> Iterator[Finding]:
        file = self.file
        yield from container_findings(file)
        yield from leftover_findings(file)
        yield from unprinted_tags(file)
        yield from note_findings(file)
        yield from turned_findings(file)
        for sheet in file.sheets.values():
            yield from wrap_findings(sheet)
            yield from appendix_findings(sheet)

    def _read_part(self, part: str, given: Mapping[str, Any]) -> None:
        base = self.file.sheets[part].where.but(anchor=f"{part}#0")
        reading = read_part(self.file, part, self._known.has)

        def place(line: int, words: str, *, last: bool = False) -> Where:
            return self._place(base, reading.source.places, line, words, last)

        source, tree, faults = readable(reading.source, place, base)
        meaning = Meaning(self._known.context, place, self._include)
        meaning.read(tree, given)
        self.uses += meaning.uses
        self.blocks |= meaning.blocks
        quotes = {item.where.anchor for item in reading.findings if item.code == "the-nhay-le"}
        faults = [item for item in faults if item.where.anchor not in quotes]
        found = [*reading.findings, *faults, *meaning.findings]
        if stops([*self.findings, *found]):
            unit = compile_unit(part, source, base, FILTERS, self.file.extends, self._fragments)
            found += (item for item in unit.findings if item.code != "the-sai-cu-phap")
        self.findings += found

    def _include(self, name: str, values: Mapping[str, Any]) -> None:
        seen = self._includes.setdefault(name, {})
        for key, value in values.items():
            seen[key] = value if seen.get(key, value) is value else UNKNOWN

    def _place(self, base: Where, places: Sequence[Place], line: int, words: str, last: bool) -> Where:
        """The place of a line, with what stands around the words in it; last: at their last occurrence."""
        place = places[line - 1] if 0 < line <= len(places) else Place()
        if not place.anchor:
            return base.but(words=words[:90])
        text = self._text(place.anchor)
        found = list(re.finditer(rf"(?<![\w.]){re.escape(words)}(?!\w)", text)) if words else []
        if not found:
            return place.where(base, words[:90])
        return place.where(base, window(text, *found[-1 if last else 0].span()))

    def _text(self, anchor: str) -> str:
        """The words of a paragraph, by its anchor."""
        if not self._texts:
            for sheet in self.file.sheets.values():
                for paragraph, place in zip(sheet.root.iter(w("p")), sheet.places, strict=True):
                    self._texts[place.anchor] = nfc(words_of(paragraph))
        return self._texts.get(anchor, "")
