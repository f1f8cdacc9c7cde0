"""The corridor of this room: templates go in; everything that is wrong with them comes out.

Each file: the package, what Word wrapped around the words, the looks; then each part through the compiler's
own passes, mended where they would stop, and its meaning read with sample data. In the end the whole is
compiled as `baocao tao` would, so that nothing it refuses is missing here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from baocao.errors import BaocaoError, Finding, PackError, Severity, finding, stops
from baocao.lint.chain import chain_of, unprinted
from baocao.lint.file_lint import FileLint, Known
from baocao.lint.word_file import WordFile, open_word_file
from baocao.ooxml.names import DOCUMENT
from baocao.packs.pack import Pack
from baocao.template import FragmentSource, LayerSource, load_template
from baocao.template.sources import FragmentFiles, template_files
from baocao.vietnamese.filters import FILTERS

_MATCHING = frozenset(
    [
        "the-chua-dong",
        "khoi-chua-dong",
        "the-thua",
        "the-lech-cho",
        "the-ngoai-bang",
        "the-sai-cu-phap",
        "the-cheo",
        "chu-ngoai-khoi",
        "chu-canh-khoi",
        "bo-loc-la",
        "phep-thu-la",
    ]
)
"""What the compiler says of a faulty tag; said here with the slip already mended."""


@dataclass(slots=True)
class Job:
    """What is to be linted. layers: as for the compiler. told: names of the files to speak of."""

    layers: Sequence[LayerSource]
    told: Collection[str]
    fragments: Mapping[str, FragmentSource] = field(default_factory=dict)
    pack: Pack | None = None

    @classmethod
    def of_pack(cls, pack: Pack) -> Job:
        """A whole pack; all its files are spoken of."""
        layers, fragments = template_files(pack), dict(FragmentFiles(pack.fragments))
        names = [item.name for item in layers] + [item.name for item in fragments.values()]
        return cls(layers, names, fragments, pack)


def lint_pack(pack: Pack, told: Collection[str] = ()) -> tuple[Finding, ...]:
    """All faults of a pack's template and fragments. told: files to speak of, all of them by default."""
    job = Job.of_pack(pack)
    return lint(replace(job, told=told) if told else job)


def lint(job: Job) -> tuple[Finding, ...]:
    """All faults of a template in one run, sorted by file, part and paragraph."""
    findings: list[Finding] = []
    files = _opened(job, findings)
    layers = [files.get(layer.name) for layer in job.layers]
    chain = chain_of(layers)
    lints = _read_all(job, files, chain)
    findings += [item for one in lints for item in one.findings]
    findings += _compiled(job, findings)
    if job.pack is None and chain:
        findings.append(finding("mau-chua-ro-goi", chain[0].where))
    elif job.pack is not None and not stops(findings):
        lost = any(item.code == "mat-extends" for item in findings)
        findings += () if lost else unprinted(job.pack, chain, lints)
    return _sorted([item for item in findings if not item.where.file or item.where.file in job.told], job)


def _read_all(job: Job, files: Mapping[str, WordFile], chain: Sequence[WordFile]) -> list[FileLint]:
    """The files of the chain, then the fragments they take in, then the fragments nobody takes in."""
    known, base = Known.of(job.pack), chain[-1] if chain else None
    names = {item.name: name for name, item in job.fragments.items()}
    includes: dict[str, dict[str, Any]] = {}
    told = [files[name] for name in job.told if name in files]
    above = [*chain, *(file for file in told if file not in chain and file.source.name not in names)]
    done = [FileLint(file, known, base, file in told, includes, job.fragments) for file in above]
    for one in done:
        one.read({})
    read: set[str] = set()
    while waiting := [name for name in includes if name not in read and name in job.fragments]:
        read.update(waiting)
        for name in waiting:
            if (file := files.get(job.fragments[name].name)) is not None:
                one = FileLint(file, known, base or file, file in told, includes, job.fragments)
                one.read(includes[name])
                done.append(one)
    for file in told:
        if file.source.name in names and names[file.source.name] not in read:
            one = FileLint(file, known.without_names(), base, True, includes, job.fragments)
            one.read({})
            done.append(one)
    return done


def _opened(job: Job, findings: list[Finding]) -> dict[str, WordFile]:
    sources = [*job.layers, *(LayerSource(item.name, "", item.data) for item in job.fragments.values())]
    files: dict[str, WordFile] = {}
    for source in sources:
        try:
            files[source.name] = open_word_file(source)
        except PackError as fault:
            findings += fault.findings
    return files


def _compiled(job: Job, known: Sequence[Finding]) -> list[Finding]:
    """What the compiler itself says of the whole, without what has been said already."""
    if not job.layers:
        return []
    try:
        found: Iterable[Finding] = load_template(job.layers, FILTERS, job.fragments).findings
    except BaocaoError as fault:
        found = fault.findings
    faulty = {item.where.file for item in known if item.level is Severity.ERROR}
    said = {(item.code, item.where.file, item.where.anchor) for item in known}
    words = {(item.code, item.where.file, item.facts) for item in known}
    return [
        item
        for item in found
        if (item.code, item.where.file, item.where.anchor) not in said
        and (item.where.anchor or (item.code, item.where.file, item.facts) not in words)
        and not (item.code in _MATCHING and item.where.file in faulty)
    ]


def _sorted(findings: Iterable[Finding], job: Job) -> tuple[Finding, ...]:
    order = {name: place for place, name in enumerate(job.told)}

    def key(item: Finding) -> tuple[Any, ...]:
        part, _, number = item.where.anchor.partition("#")
        return (
            order.get(item.where.file, -1),
            part != DOCUMENT and bool(part),
            part,
            int(number) if number.isdigit() else -1,
            item.code,
        )

    return tuple(sorted(dict.fromkeys(findings), key=key))
