"""Which documents are legal normative acts (văn bản quy phạm pháp luật), that another decree rules."""

from __future__ import annotations

import re

from baocao.conformance.components.words import fold, words
from baocao.conformance.parts import Kind

_WITH_YEAR = re.compile(r"/\s*(?:19|20)\d\d\s*/\s*(?P<kind>[a-z]+)\s*-\s*(?P<issuer>[a-z]+)")


def is_normative(number: str, kind: Kind) -> bool:
    """Whether "Số: 06/2026/QĐ-UBND" is of such an act: the year in it, and an issuer that makes such acts.

    kind: what the document calls itself; one that makes no such acts has a faulty number instead.
    """
    found = _WITH_YEAR.search(fold(number))
    issuers = words().normative.get(found["kind"]) if found else None
    if found is None or issuers is None or kind.name == words().letter.name:
        return False
    named = not kind.name or fold(kind.abbreviation) == found["kind"]
    return named and (not issuers or found["issuer"] in issuers)
