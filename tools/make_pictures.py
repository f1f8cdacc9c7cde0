"""The pictures of README.md and docs: pages, forms, tables, screens, as they really are.

    python tools/make_pictures.py             those whose words have changed
    python tools/make_pictures.py --tat-ca    all of them

Screens are drawn by themselves; the rest needs LibreOffice, poppler's pdftoppm and Chromium.
docs/hinh/nguon.json keeps a mark of the words in each picture; tests/front/test_pictures.py compares it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from pictures import pictures
from sample_data import ROOT
from screens import screens

HERE = ROOT / "docs" / "hinh"
MARKS = HERE / "nguon.json"


def main(*, everything: bool) -> None:
    """Draw what lags; a picture of something that is no more goes."""
    known = json.loads(MARKS.read_text(encoding="utf-8")) if MARKS.is_file() else {}
    HERE.mkdir(exist_ok=True)
    for name, text in screens().items():
        (HERE / name).write_text(text, encoding="utf-8")
    with tempfile.TemporaryDirectory() as temporary:
        made = list(pictures(Path(temporary)))
        for picture in made:
            target = HERE / picture.name
            if everything or known.get(picture.name) != picture.mark or not target.is_file():
                print(f"vẽ {picture.name}")
                with tempfile.TemporaryDirectory() as work:
                    picture.draw(Path(work), target)
    marks = {picture.name: picture.mark for picture in made}
    for old in set(known) - set(marks):
        (HERE / old).unlink(missing_ok=True)
    MARKS.write_text(json.dumps(marks, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(everything="--tat-ca" in sys.argv)
