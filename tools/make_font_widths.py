"""Write src/baocao/ooxml/times_widths.json: advance widths of Times New Roman, read from Liberation Serif.

Liberation Serif (SIL OFL) was drawn to have the advance widths of Times New Roman, glyph by glyph. Run once,
with the folder of Liberation 2 fonts: python tools/make_font_widths.py /usr/share/fonts/truetype/liberation2
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}
RANGES = (
    (0x20, 0x7E),  # ASCII
    (0xA0, 0x17F),  # Latin-1, Latin Extended-A: đ, ă, â, ê, ô, currency and typographic marks
    (0x1A0, 0x1B0),  # ơ, ư
    (0x1EA0, 0x1EF9),  # the other Vietnamese letters
    (0x2002, 0x203E),  # spaces, dashes, quotation marks, ellipsis
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20AB, 0x20AC),  # đồng, euro
    (0x2190, 0x2195),  # arrows
    (0x2212, 0x2265),  # minus and comparisons
)
TARGET = Path(__file__).parent.parent / "src/baocao/ooxml/times_widths.json"


def main(folder: Path) -> None:
    """Read the four faces in `folder` and write the data file."""
    fonts = {face: TTFont(folder / f"LiberationSerif-{name}.ttf") for face, name in FACES.items()}
    maps = {face: font.getBestCmap() for face, font in fonts.items()}
    codes = [
        code for low, high in RANGES for code in range(low, high + 1) if all(code in m for m in maps.values())
    ]
    table: dict[str, object] = {
        "units_per_em": fonts["regular"]["head"].unitsPerEm,
        "letters": "".join(map(chr, codes)),
    }
    for face, font in fonts.items():
        table[face] = [font["hmtx"][maps[face][code]][0] for code in codes]
    TARGET.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
