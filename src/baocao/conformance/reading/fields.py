"""Which runs are the code of a field and which its result, over as many paragraphs as it runs.

Source: ECMA-376 part 1, 17.16.18 (fldChar), 17.16.19 (fldSimple): what stands between begin and separate is
the instruction, what stands between separate and end is what was printed last.
"""

from __future__ import annotations

import re

from baocao.conformance.appearance import Element
from baocao.conformance.reading.measures import W_

_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_TYPE = f"{W_}fldCharType"


class Fields:
    """The fields that are open at some point of a story, the outermost first."""

    def __init__(self) -> None:
        self._codes: list[str] = []
        self._results: list[bool] = []

    @property
    def printed(self) -> bool:
        """Whether what stands here is printed."""
        return all(self._results)

    def meet(self, item: Element) -> bool:
        """Pass a `w:fldChar`; whether it ends the code of a page number."""
        kind = item.get(_TYPE)
        if kind == "begin":
            self._codes.append("")
            self._results.append(False)
        elif kind == "separate" and self._results and not self._results[-1]:
            self._results[-1] = True
            return numbers_pages(self._codes[-1])
        elif kind == "end" and self._results:
            without_result = not self._results.pop()
            return numbers_pages(self._codes.pop()) and without_result
        return False

    def read(self, item: Element) -> None:
        """Pass a `w:instrText`."""
        if self._codes and not self._results[-1]:
            self._codes[-1] += item.text or ""


def numbers_pages(code: str) -> bool:
    """Whether a field's code prints the number of the page."""
    return _PAGE.match(code) is not None
