"""One data file -> its tree, whatever it is written in: the door that every reader of data goes through."""

from __future__ import annotations

from pathlib import Path

from baocao.errors import Where
from baocao.intake.profile import table
from baocao.source.files import read_tree
from baocao.source.raw import Reading


def read_data(path: Path, named_at: Where | None = None) -> Reading:
    """What a data file says; one that holds no entries is refused. named_at: the place that names the file."""
    return table(read_tree(path, named_at), str(path))
