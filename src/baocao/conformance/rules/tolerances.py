"""How far a measure may be off before it is told: what files round away, and what no eye sees."""

from __future__ import annotations

from baocao.formats import Mm, Pt

SHEET = Mm(0.5)
"""Of a sheet: printers and programs write A4 in their own rounding."""
MARGIN = Mm(0.11)
"""Of a margin: six twips, what it loses when Word writes it down."""
HEADER = Mm(0.2)
"""Of the place of the page number: its line is higher than its digits."""
AXIS = Mm(3)
"""Of the middle of a line: what no eye sees, and more than blanks typed for centring can do."""
LEVEL = Mm(4)
"""Of two lines side by side in two cells: less than a line of 13 pt, for heights are added up."""
RULE = 0.03
"""Of a drawn rule, as a share of its line: a row of signs is as long as its signs make it."""
LINES = 0.06
"""Of a line spacing in single lines."""
EXACT_LINES = 0.12
"""Of a line spacing in points: 16 pt for letters of 13 pt is a single line to every eye."""
GAP = Pt(1)
"""Of the space between two lines that belong together."""
RIGHT_HALF, RIGHT_EDGE = Mm(8), Mm(25)
"""The middle of Quốc hiệu stands at least the first right of the middle of the sheet; left of it by less than
the second, it stands in the middle.
"""
