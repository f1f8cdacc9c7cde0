"""What kind of Word file a package is: neither a template of Word nor a document with macros.

Source: ECMA-376 part 1, 11.3.10 (content type of the main document part); the types with macros are Word's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from baocao.errors import Finding, Where, finding
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT
from baocao.template.ooxml_tree import parse

_KINDS = {"macroEnabled": "tệp có macro (.docm)", "template.main": "mẫu của Word (.dotx)"}


def kind_findings(parts: Mapping[str, bytes], where: Where) -> Iterator[Finding]:
    """A file that only bears the name of a .docx. Raises `PackError` when its content types are no XML."""
    types = parse(parts[CONTENT_TYPES], where)
    stated = next(
        (item.get("ContentType", "") for item in types if item.get("PartName") == f"/{DOCUMENT}"), ""
    )
    macros = any(name.endswith("vbaProject.bin") for name in parts)
    kind = next((words for sign, words in _KINDS.items() if sign in stated), "")
    if kind or macros:
        yield finding("mau-sai-loai-tep", where, loai=kind or _KINDS["macroEnabled"])
