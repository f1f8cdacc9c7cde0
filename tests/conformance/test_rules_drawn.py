"""Rules that hang on the paragraph of their line: below its letters, or through them (CQ08)."""

from __future__ import annotations

import pytest

from conformance.rules_head_kit import Result, told
from format_rules import model
from format_rules.faults import text
from format_rules.model import p

NAME = p("CoQuan", "XÃ MẪU") + model.rule(8)


def hung(drawing: str) -> Result:
    """The model with the rule of the agency in the agency's own paragraph."""
    return told(text(NAME, p("CoQuan", "XÃ MẪU").replace("</w:p>", f"<w:r>{drawing}</w:r></w:p>")))


def vml(top: float) -> str:
    """A line of 8 mm in the middle of the left cell, as old Word draws it."""
    middle = 3685 / 40 - 5.4
    ends = f'from="{middle - 11.3}pt,{top}pt" to="{middle + 11.3}pt,{top}pt"'
    return (
        '<w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" id="ke" '
        f'style="position:absolute;z-index:1" {ends}/></w:pict>'
    )


@pytest.mark.parametrize(("top", "across"), [(2.0, True), (8.0, True), (16.0, False), (18.0, False)])
def test_a_rule_through_the_letters_is_for_a_person(top, across):
    result = hung(vml(top))
    assert result.told("CQ08") == []
    found = [(fault.seen.seen, fault.seen.wanted) for fault in result.unsure("CQ08")]
    said = ("đường kẻ có thể đè lên chữ", "xem đường kẻ có nằm hẳn dưới dòng chữ không")
    assert found == ([said] if across else [])
