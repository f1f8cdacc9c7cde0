"""The ledger: its last whole line of a job holds, whatever happened to the file."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from run_kit import Office

from baocao.batch.jobs import Job
from baocao.batch.keeping.entries import Entry, PdfEntry, entry_as_data, entry_of
from baocao.batch.keeping.ledger import Ledger
from baocao.batch.keeping.locks import open_ledger
from baocao.batch.lines import as_line
from baocao.batch.outcome import Draft, Known, Status
from baocao.errors import Finding, OutputError, Severity, Where


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def entry(name: str, status: Status = Status.MADE, file: str = "") -> Entry:
    known = Known((("mau.docx", "1"), (name, "2")), "key", "out")
    return Entry(Draft(Job(name, 0, "")), status, name, "", "{ten}", known, file or f"{name}.docx", "out")


def job(name: str) -> Job:
    return Job(name, 0, name)


def ledger_path(folder: Path, part: str = "") -> Path:
    return folder / ".baocao" / f"so{part}.jsonl"


def kept(folder: Path) -> dict[str, str]:
    with open_ledger(folder) as ledger:
        return {item.source: f"{item.status.name} {item.file}" for item in ledger}


WORDS = st.text(max_size=12)
PLACES = st.builds(Where, file=WORDS, line=st.none() | st.integers(1, 9999), words=WORDS, anchor=WORDS)
FACTS = st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple)
LEVELS = st.none() | st.sampled_from(Severity)
FINDINGS = st.builds(Finding, WORDS, PLACES, FACTS, LEVELS, st.lists(PLACES, max_size=2).map(tuple))
DRAFTS = st.builds(
    Draft,
    st.builds(Job, WORDS.filter(bool), st.just(0), st.just("")),
    *[WORDS] * 6,
    findings=st.lists(FINDINGS, max_size=3).map(tuple),
    seconds=st.integers(0, 99).map(float),
)
PAIRS = st.lists(st.tuples(WORDS, WORDS), max_size=4).map(tuple)


FILES = WORDS.map(lambda word: "a/" + word.replace("..", "").replace("\0", ""))
LEFT = st.lists(st.tuples(FILES, WORDS), max_size=4).map(tuple)


@given(DRAFTS, PAIRS, st.sampled_from(Status), FILES, WORDS, LEFT)
def test_an_entry_is_read_as_it_was_written(
    draft: Draft, inputs: tuple[tuple[str, str], ...], status: Status, file: str, word: str, left: object
) -> None:
    numbers: dict[tuple[str, str], int] = {}
    known = Known(inputs, "key", word)
    pdf = PdfEntry(f"{file}.pdf", word, "p", "", 3, failed=True)
    facts = (word, word, word, known, file, word, "before", tuple(left), pdf, ("a", "b", word))  # type: ignore[arg-type]
    before = Entry(draft, status, *facts, handed_on=True)  # type: ignore[arg-type]
    line = as_line(entry_as_data(before, lambda pair: numbers.setdefault(pair, len(numbers))))
    assert line.count(b"\n") == 1
    assert entry_of(json.loads(line), {at: pair for pair, at in numbers.items()}) == before


def test_the_last_line_of_a_job_holds(tmp_path: Path) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.write([entry("a"), entry("b")])
        ledger.write([entry("a", Status.FAILED)])
    assert kept(tmp_path) == {"a": "FAILED a.docx", "b": "MADE b.docx"}


@pytest.mark.parametrize("cut", [2, 9, 40, 120])
def test_a_line_that_was_cut_off_is_no_line(tmp_path: Path, cut: int) -> None:
    with open_ledger(tmp_path) as ledger:
        ledger.write([entry("a")])
        ledger.write([entry("b")])
    path = ledger_path(tmp_path)
    path.write_bytes(path.read_bytes()[:-cut])
    assert kept(tmp_path) == {"a": "MADE a.docx"}
    with open_ledger(tmp_path) as ledger:
        ledger.write([entry("c")])
    assert kept(tmp_path) == {"a": "MADE a.docx", "c": "MADE c.docx"}


@given(st.binary(max_size=200))
def test_whatever_stands_in_a_ledger_it_is_opened(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    (folder / ".baocao").mkdir()
    ledger_path(folder).write_bytes(data)
    with open_ledger(folder) as ledger:
        ledger.write([entry("a")])
    assert kept(folder) == {"a": "MADE a.docx"}


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "7",
        '{"viec": "a"}',
        '{"viec": "a", "ket_qua": "LOST", "lan": 1}',
        '{"viec": 1, "ket_qua": "MADE", "lan": "x"}',
        '{"viec": "a", "ket_qua": "MADE", "lan": 1, "khoa": "k", "dau_vao": [9]}',
        '{"viec": "a", "ket_qua": "MADE", "lan": 1, "don_vi": 5}',
        '{"viec": "a", "ket_qua": "MADE", "lan": Infinity}',
        '{"so": 1e400, "dau_vao": ["a", "b"]}',
        '{"viec": "a", "ket_qua": "FAILED", "lan": 1, "tep": [1, 2, 3]}',
        '{"viec": "a", "ket_qua": "MADE", "lan": 1, "tep": ["../x.docx", "y", "z"]}',
        '{"viec": "a", "ket_qua": "MADE", "lan": 1, "tep": ["/etc/x.docx", "y", "z"]}',
        '{"viec": "a", "ket_qua": "MADE", "lan": 1, "tep": ["a.docx", "y", "z"], "ten_cu": [["../x", "y"]]}',
        '{"viec": "a", "ket_qua": "MADE", "lan": 1, "pdf": [1, 2, 3, 4]}',
        '{"viec": "a", "ket_qua": "MADE", "lan": 1, "giu": [1]}',
        '{"so": "x", "dau_vao": 4}',
        '{"so": [], "dau_vao": ["a", "b"]}',
        '{"so_hang_loat": "x"}',
    ],
)
def test_a_line_that_somebody_has_changed_is_no_line(tmp_path: Path, line: str) -> None:
    (tmp_path / ".baocao").mkdir()
    ledger_path(tmp_path).write_text(line + "\n")
    assert kept(tmp_path) == {}


def test_a_ledger_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".baocao").mkdir()
    ledger_path(tmp_path).write_text('{"so_hang_loat":2}\n')
    with pytest.raises(OutputError) as fault, open_ledger(tmp_path):
        pass
    assert fault.value.findings[0].code == "hang-loat-so-dang-moi"


def test_a_long_ledger_is_written_anew(tmp_path: Path) -> None:
    for _ in range(9):
        with open_ledger(tmp_path) as ledger:
            ledger.write([entry("a"), entry("b")])
    lines = ledger_path(tmp_path).read_text().splitlines()
    assert len(lines) < 18
    assert kept(tmp_path) == {"a": "MADE a.docx", "b": "MADE b.docx"}


def test_parts_read_each_other(tmp_path: Path) -> None:
    with open_ledger(tmp_path, "1-2") as one, open_ledger(tmp_path, "2-2") as two:
        one.write([entry("a")])
        two.write([entry("b")])
        two.refresh()
        assert sorted(item.source for item in two) == ["a", "b"]
        assert two.is_own(entry("b"))
        assert not two.is_own(entry("a"))
        assert not two.refresh()
    assert kept(tmp_path) == {"a": "MADE a.docx", "b": "MADE b.docx"}


def test_the_later_run_holds_whichever_ledger_it_wrote(tmp_path: Path) -> None:
    with open_ledger(tmp_path, "2-2") as ledger:
        ledger.write([entry("a", file="old.docx")])
    with open_ledger(tmp_path) as ledger:
        ledger.write([entry("a", file="new.docx")])
    assert kept(tmp_path) == {"a": "MADE new.docx"}
    with open_ledger(tmp_path, "1-3") as ledger:
        ledger.write([entry("a", file="newest.docx")])
    assert kept(tmp_path) == {"a": "MADE newest.docx"}


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("", "", False),
        ("", "1-2", False),
        ("1-2", "", False),
        ("1-2", "1-2", False),
        ("1-2", "1-3", False),
        ("1-2", "2-2", True),
    ],
)
def test_two_runs_at_once(tmp_path: Path, one: str, other: str, both: bool) -> None:
    with open_ledger(tmp_path, one):
        if both:
            with open_ledger(tmp_path, other):
                return
        with pytest.raises(OutputError) as fault, open_ledger(tmp_path, other):
            pass
        assert [item.code for item in fault.value.findings] == ["hang-loat-dang-chay"]
    with open_ledger(tmp_path, other):
        pass


def test_drafts_of_another_part_are_not_cleared(tmp_path: Path) -> None:
    """Whichever part began first, and whichever ends first."""
    mine, other = (tmp_path / ".baocao/tam" / part / ("0" * 32 + ".docx") for part in ("1-2", "2-2"))
    with ExitStack() as later:
        with open_ledger(tmp_path, "1-2"):
            mine.touch()
            later.enter_context(open_ledger(tmp_path, "2-2"))
            other.touch()
            assert mine.exists()
        assert not mine.exists()
        assert other.exists()
    assert not other.exists()
    mine.touch()
    with open_ledger(tmp_path):
        assert not mine.exists()


@pytest.mark.parametrize("inner", [".baocao", ".baocao/tam", ".baocao/tam/tat-ca"])
def test_a_folder_of_somebody_else_is_not_cleared(tmp_path: Path, inner: str) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    thesis = papers / ("0" * 32 + ".docx")
    thesis.touch()
    link = tmp_path / "results" / inner
    link.parent.mkdir(parents=True)
    link.symlink_to(papers, target_is_directory=True)
    with pytest.raises(OutputError) as fault, open_ledger(tmp_path / "results"):
        pass
    assert fault.value.findings[0].code == "hang-loat-thu-muc-noi"
    assert list(papers.iterdir()) == [thesis]


def test_only_drafts_are_cleared(tmp_path: Path) -> None:
    drafts = tmp_path / ".baocao/tam/tat-ca"
    drafts.mkdir(parents=True)
    names = ["0" * 32 + ".docx", "0" * 32 + ".pdf", ".baocao-x.tmp", "luan-van.docx"]
    for name in names:
        (drafts / name).touch()
    with open_ledger(tmp_path):
        assert sorted(item.name for item in drafts.iterdir()) == sorted((names[1], names[3]))


OPEN_OFTEN = """
import sys
from pathlib import Path
from baocao.batch.keeping.locks import open_ledger
for _ in range(60):
    with open_ledger(Path(sys.argv[1]), sys.argv[2]):
        pass
"""


def test_parts_that_are_opened_at_the_same_moment(tmp_path: Path) -> None:
    """Whoever looks whether another part is at work does not stand in its way."""
    command = [sys.executable, "-c", OPEN_OFTEN, str(tmp_path)]
    several = [subprocess.Popen([*command, f"{number}-3"]) for number in (1, 2, 3)]
    assert [process.wait(60) for process in several] == [0, 0, 0]


def test_a_drive_that_cannot_lock_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import filelock

    def refused(*_: object) -> None:
        raise NotImplementedError("flock")

    monkeypatch.setattr(filelock.FileLock, "_acquire", refused)
    with pytest.raises(OutputError) as fault, open_ledger(tmp_path):
        pass
    assert fault.value.findings[0].code == "hang-loat-khong-khoa"


def test_a_ledger_that_is_empty_gets_its_format(tmp_path: Path) -> None:
    """Killed between opening the file and writing to it."""
    (tmp_path / ".baocao").mkdir()
    ledger_path(tmp_path).touch()
    with open_ledger(tmp_path) as ledger:
        ledger.write([entry("a")])
    assert "so_hang_loat" in ledger_path(tmp_path).read_text().splitlines()[0]


def test_a_new_ledger_is_brought_to_the_disk_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from baocao.batch.keeping import ledger as room

    folders: list[Path] = []
    monkeypatch.setattr(room, "keep_names", folders.append)
    with open_ledger(tmp_path) as ledger:
        ledger.write([entry("a")])
        ledger.write([entry("b")])
    assert folders == [tmp_path / ".baocao"]


def test_what_the_next_run_wants(tmp_path: Path) -> None:
    """What failed, what no run came to, what was written down but not put in its place."""
    old, new = sha256(b"old").hexdigest(), sha256(b"new").hexdigest()
    for name, data in (("done", b"new"), ("killed", b"old"), ("edited", b"mine")):
        (tmp_path / f"{name}.docx").write_bytes(data)
    entries = [replace(entry(name), output=new, before=old) for name in ("done", "killed", "edited", "gone")]
    with open_ledger(tmp_path) as ledger:
        ledger.write([*entries, entry("failed", Status.FAILED)])
        jobs = [job(str(tmp_path / name)) for name in ("done", "killed", "edited", "gone", "failed", "new")]
        assert [Path(item.id).name for item in ledger.wanting(jobs)] == ["killed", "gone", "failed", "new"]


def test_what_could_not_be_written_leaves_the_ledger_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from baocao.batch.keeping import ledger as room

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with open_ledger(tmp_path) as ledger:
        ledger.write([entry("a")])
        before = ledger_path(tmp_path).read_bytes()
        monkeypatch.setattr(room.os, "fsync", full)
        with pytest.raises(OutputError) as fault:
            ledger.write([entry("b")])
        assert fault.value.findings[0].code == "het-cho-trong"
        assert ledger_path(tmp_path).read_bytes() == before
        monkeypatch.undo()
        ledger.write([entry("c")])
    assert kept(tmp_path) == {"a": "MADE a.docx", "c": "MADE c.docx"}


def test_a_ledger_for_3321_units_is_short(tmp_path: Path) -> None:
    shared = tuple((f"thu-muc/tep-{number}.yaml", f"{number:064d}") for number in range(15))
    known = Known(shared, "0" * 64, "1" * 64)
    with open_ledger(tmp_path) as ledger:
        ledger.write(
            [
                Entry(
                    Draft(Job(f"b.yaml#{n}", 0, "")),
                    *(Status.MADE, "b.yaml", f"#{n}", "{ten}", known, f"{n}.docx", "1" * 64),
                )
                for n in range(3321)
            ]
        )
    assert len(list(Ledger(tmp_path))) == 3321
    assert ledger_path(tmp_path).stat().st_size < 1_200_000
