"""Builds a pack's mau.docx from its noi-dung.md: the readable source whose changes show as a diff."""

from baocao.builder.build import build_template

__all__ = ["build_template"]
