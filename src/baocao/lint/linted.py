"""What came of a lint: findings by file, and copies of the files with a Word comment at each fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from baocao.errors import Finding, PackError
from baocao.lint.corridor import lint
from baocao.lint.targets import jobs


@dataclass(frozen=True, slots=True)
class Linted:
    """files: the templates by name, with their bytes. findings: sorted by file, part and paragraph."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]

    def by_file(self) -> Iterator[tuple[str, list[Finding]]]:
        """Each file with its findings; those about no single file come first, under ""."""
        general = [item for item in self.findings if item.where.file not in self.files]
        if general:
            yield "", general
        for name in self.files:
            yield name, [item for item in self.findings if item.where.file == name]

    def marked(self) -> dict[str, bytes]:
        """The files that have findings, each with a comment where something is wrong: what, and what to do.

        A file that cannot be opened as a Word file has no copy.
        """
        from baocao.ooxml.comments import Remark, annotate

        copies: dict[str, bytes] = {}
        for name, found in self.by_file():
            remarks = [Remark(item.where.anchor, _comment(item)) for item in found]
            if name and remarks:
                try:
                    copies[name] = annotate(self.files[name], remarks, name)
                except PackError:
                    continue
        return copies


def _comment(item: Finding) -> str:
    """What a comment says: what is wrong, where in the paragraph when that is not said, what to do."""
    words = item.where.words
    near = f"Gần chữ «{words}»." if words and words.strip("…") not in item.text else ""
    return "\n".join(filter(None, (item.text, near, item.remedy)))


def lint_paths(paths: Sequence[Path] = (), pack: str = "") -> Linted:
    """Lint what the paths name (`baocao.lint.targets.jobs`), with the remarks about their packs. Raises
    `PackError` for what cannot be found and `DataError` for a file that cannot be read.
    """
    files: dict[str, bytes] = {}
    findings: dict[Finding, None] = {}
    for job in jobs(paths, pack):
        sources = {item.name: item.data for item in job.layers}
        sources |= {item.name: item.data for item in job.fragments.values()}
        files |= {name: sources[name] for name in job.told}
        findings |= dict.fromkeys(() if job.pack is None else job.pack.findings)
        findings |= dict.fromkeys(lint(job))
    return Linted(files, tuple(findings))
