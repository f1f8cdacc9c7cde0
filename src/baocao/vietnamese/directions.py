"""The words for how a figure moved."""

from __future__ import annotations

UP, DOWN, SAME = "tăng", "giảm", "không thay đổi"
