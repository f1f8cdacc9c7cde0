"""All measuring functions, gathered by importing the modules that hold them."""

from __future__ import annotations

from format_rules import closing, content, head, outline, page, printed, printed_page
from format_rules.registry import FROM_FILE, FROM_PDF, Measure, Specimen

__all__ = ["FROM_FILE", "FROM_PDF", "absent", "complaints"]

HOLDERS = (closing, content, head, outline, page, printed, printed_page)
ONE_PAGE = "báo cáo chỉ có một trang nên không in số trang"


def absent(report: Specimen) -> dict[str, str]:
    """Rules without an object in this report, each with its reason."""
    found = report.facts.absent()
    if report.pdf is not None and len(report.sheets.sizes) == 1:
        found |= dict.fromkeys(("NM01", "NM02", "NM05"), ONE_PAGE)
    return found


def complaints(
    report: Specimen, rule: str, measures: dict[str, Measure], missing: dict[str, str]
) -> list[str]:
    """What is wrong under one rule. `missing`: rules without an object here, which must see nothing."""
    seen = list(measures[rule](report))
    if rule in missing:
        return [f"{rule} tưởng không có gì để đo ({missing[rule]}): {one}" for one in seen]
    return [f"{rule} {one}" for one in seen if not one.ok] if seen else [f"{rule} không đo được gì"]
