"""Where known pieces of a report stand on its printed pages."""

from __future__ import annotations

from format_rules.registry import Specimen
from format_rules.sheets import Line


def text_sides(report: Specimen) -> tuple[float, float]:
    section = report.document.sections[0][0]
    margins = section.find("{*}pgMar")
    sides = {k.split("}")[1]: int(v) / 1440 * 25.4 for k, v in margins.attrib.items()}
    return sides["left"], report.sheets.sizes[0][0] - sides["right"]


def subject_lines(report: Specimen) -> list[Line]:
    """The printed lines from under the type of document to the rule, as wide as the text."""
    first = report.parts.type_line[0].text.strip()
    start = next((line for line in report.sheets.on_page(0) if line.text == first), None)
    rule = start and report.sheets.rule_between(start.base, 297, 0, 210)
    return [line for line in report.sheets.on_page(0) if rule and start.base < line.base < rule.y]
