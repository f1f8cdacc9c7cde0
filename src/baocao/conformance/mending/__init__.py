"""Mends carried out in the trees of a `Paper`; a mended file is read again before it is believed."""

from __future__ import annotations

from baocao.conformance.mending.mend import Done, Mended, Refused, mend

__all__ = ["Done", "Mended", "Refused", "mend"]
