"""Names of headings in Markdown, by which references call them: "## Tồn tại {#ton_tai}"."""

from __future__ import annotations

import re

_NAMED = re.compile(r"(.*?)[ \t]*\{#([^{}#]+)\}")


def parted_name(heading: str) -> tuple[str, str]:
    """The words of a heading and the name at its end, as typed; "" for a heading without one."""
    found = _NAMED.fullmatch(heading)
    return (found[1], found[2]) if found else (heading, "")
