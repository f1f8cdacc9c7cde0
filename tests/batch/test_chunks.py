"""Jobs are handed out in chunks that keep the rows of one table together."""

from __future__ import annotations

from baocao.batch.jobs import Job, chunks


def jobs(*files: str) -> list[Job]:
    return [
        Job(f"{file}#{place}", place, file, place if file.endswith(".t") else None)
        for place, file in enumerate(files)
    ]


def test_files_are_taken_a_few_at_a_time() -> None:
    assert [[job.place for job in one] for one in chunks(jobs(*"abcde"), 2)] == [[0, 1], [2, 3], [4]]


def test_no_chunk_has_rows_of_two_tables() -> None:
    asked = jobs("x.t", "x.t", "x.t", "y.t", "y.t", "a", "b")
    assert [[job.place for job in one] for one in chunks(asked, 2)] == [[0, 1], [2], [3, 4], [5, 6]]


def test_no_jobs_are_no_chunks() -> None:
    assert list(chunks([], 8)) == []
