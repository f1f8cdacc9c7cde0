"""`baocao hang-loat --dask`: a cluster of two processes makes the same bytes as this one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hang_loat_kit import reports, write_units

from baocao.batch.workers import cluster
from baocao.cli import run
from outside_tools import library

distributed = library("distributed")


def test_a_cluster_makes_the_same_bytes(tmp_path: Path) -> None:
    units = write_units(tmp_path / "so-lieu")
    assert run(["hang-loat", str(units), "-o", str(tmp_path / "mot"), "--so-tien-trinh", "1"]) == 0
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as cluster:
        address = cluster.scheduler_address
        assert run(["hang-loat", str(units), "-o", str(tmp_path / "cum"), "--dask", address]) == 0
    assert reports(tmp_path / "cum") == reports(tmp_path / "mot")


def test_a_cluster_that_is_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "_PATIENCE", 1)
    units = write_units(tmp_path / "so-lieu")
    words = ["hang-loat", str(units), "-o", str(tmp_path / "ra"), "--dask", "tcp://127.0.0.1:1"]
    assert run(words) == 2
    assert "tcp://127.0.0.1:1" in capsys.readouterr().err
    assert reports(tmp_path / "ra") == {}
