"""What a worker process keeps between its jobs: packs with all that was compiled of them, the table it reads.

Everything is looked at again when its files have changed: a worker of a cluster outlives the run.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from baocao.batch.jobs import Job, Settings
from baocao.batch.making.fingerprints import PACK, Digests, digest
from baocao.batch.making.inputs import files_of
from baocao.batch.outcome import Pair
from baocao.errors import PackError
from baocao.intake.raw import RawRecord
from baocao.packs.finder import builtin_folder
from baocao.packs.pack import Origin, Pack
from baocao.packs.shelves import FRAGMENTS, UNIT_PACKS
from baocao.produce import Producer, choose_pack
from baocao.source.files import Trees, files_loaded

_MOST_PACKS = 16


class OpenTable:
    """A table of units and the files it was read from so far."""

    def __init__(self, job: Job) -> None:
        from baocao.intake.table import open_units

        self._loaded: dict[str, str] = {}
        with files_loaded() as self._loaded:
            self._table = open_units(Path(job.file), unit_path=job.unit or None)

    def inputs(self, digests: Digests) -> tuple[Pair, ...]:
        """The files with the digests of what was read."""
        return files_of(self._loaded, digests)

    def is_current(self, digests: Digests) -> bool:
        """Whether the files still are what was read."""
        return all(digests.now(name) == value for name, value in self.inputs(digests))

    def record(self, row: int) -> RawRecord:
        """The data of the unit in a row."""
        with files_loaded() as seen:
            raw = self._table.record(row)
        self._loaded |= seen
        return raw

    def digest(self, row: int) -> str:
        """Of everything that the row's report is made from, but for the pack."""
        return digest(self._table.content(row))


@dataclass(slots=True)
class Bench:
    """One a process. trees: of the profiles that many data files name."""

    trees: Trees = field(default_factory=Trees)
    _producers: dict[tuple[object, ...], tuple[tuple[Pair, ...], Producer]] = field(default_factory=dict)
    _table: tuple[tuple[str, str], OpenTable] | None = None

    def producer(
        self, raw: RawRecord, job: Job, settings: Settings, digests: Digests
    ) -> tuple[Producer, tuple[Pair, ...]]:
        """Who makes the report, and the inputs that stand for the pack. Raises `PackError`."""
        named = raw.main.children.get("goi")
        own = named.text if named else ""
        folders = _with_templates(raw.unit_folders, digests)
        key = job.pack, own, folders, settings.draft, settings.strict
        known = self._producers.get(key)
        if known is None or any(digests.now(name) != value for name, value in known[0]):
            if len(self._producers) >= _MOST_PACKS:
                self._producers.clear()
            pack = choose_pack(raw, job.pack)
            inputs = tuple(digests.pair(PACK, folder) for folder in dict.fromkeys(_folders(pack, folders)))
            known = inputs, Producer(pack, draft=settings.draft, strict=settings.strict)
            with suppress(PackError):  # told when it is to be rendered
                known[1].compile()
            self._producers[key] = known
        ids = known[1].pack.taking_part
        absent = (
            digests.pair(PACK, Path(folder) / UNIT_PACKS / name)
            for folder in raw.unit_folders
            if folder and folder not in folders
            for name in (*sorted(ids), FRAGMENTS)
        )
        return known[1], tuple(dict.fromkeys((*known[0], *absent)))

    def table(self, job: Job, digests: Digests) -> OpenTable:
        """The table of a job's row. Raises `DataError` when none of its rows can be read."""
        key = job.file, job.unit
        if self._table is None or self._table[0] != key or not self._table[1].is_current(digests):
            self._table = None  # the memory of the one before is free before the next is read
            self._table = key, OpenTable(job)
        return self._table[1]


def _with_templates(folders: Sequence[str], digests: Digests) -> tuple[str, ...]:
    """The folders of units that have templates of their own; "" in the place of the others."""
    return tuple(folder if folder and digests.has(folder, UNIT_PACKS) else "" for folder in folders)


def _folders(pack: Pack, folders: Sequence[str]) -> tuple[Path, ...]:
    """Where files of the pack and fragments stand, or would."""
    ids = sorted(pack.taking_part)
    above = [layer.folder for layer in pack.layers if layer.origin is Origin.COMMAND]
    shelves = [*(Path(folder) / UNIT_PACKS for folder in folders if folder), builtin_folder()]
    beside = [folder.resolve().parent / FRAGMENTS for folder in above]
    return (*above, *beside, *(shelf / name for shelf in shelves for name in (*ids, FRAGMENTS)))
