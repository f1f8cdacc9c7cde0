"""Lint of templates: a pack's Word files as Word saved them -> every fault, each with its place and its mend.

Rules only read. The dialect is the compiler's (`baocao.template`); names and kinds come from the pack's own
sample (`baocao.derive.sample`), numbers of the format from `baocao.formats`.
"""

from baocao.lint.corridor import Job, lint, lint_pack
from baocao.lint.linted import Linted, lint_paths

__all__ = ["Job", "Linted", "lint", "lint_pack", "lint_paths"]
