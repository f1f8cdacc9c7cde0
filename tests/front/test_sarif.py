"""Findings as SARIF 2.1.0: every property as the standard names it, fingerprints that stay."""

from __future__ import annotations

import json
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.cli.sarif import sarif
from baocao.errors import Finding, Severity, Where, finding
from baocao.messages import Message, catalogue


def log(*findings: Finding) -> dict:
    return json.loads(sarif(findings, tool_version="1.2.3"))


def results(*findings: Finding) -> list[dict]:
    return log(*findings)["runs"][0]["results"]


def test_a_log_with_one_finding_is_exactly_this():
    where = Where(
        file="mau/cchc năm/mau.docx",
        part="thân văn bản",
        paragraph="dưới đề mục «KẾT QUẢ»",
        words="tiếp nhận {{ tthc.tiep_nha }}",
        anchor="word/document.xml#12",
    )
    item = finding("docx-qua-lon", where, so="129 MB", gioi_han="128 MB")
    message = catalogue()["docx-qua-lon"]
    place = "thân văn bản, dưới đề mục «KẾT QUẢ», gần chữ «tiếp nhận {{ tthc.tiep_nha }}»"
    made = log(item)
    (result,) = made["runs"][0]["results"]
    (print_,) = result.pop("partialFingerprints").items()
    assert print_[0] == "baocao/v1"
    assert made == {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "baocao",
                        "version": "1.2.3",
                        "language": "vi-VN",
                        "rules": [
                            {
                                "id": "docx-qua-lon",
                                "shortDescription": {"text": "Tệp Word quá lớn: …, giới hạn là …."},
                                "fullDescription": {"text": message.why},
                                "help": {"text": message.remedy},
                                "defaultConfiguration": {"level": "error"},
                            }
                        ],
                    }
                },
                "language": "vi-VN",
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "docx-qua-lon",
                        "ruleIndex": 0,
                        "level": "error",
                        "message": {
                            "text": f"Tệp Word quá lớn: 129 MB, giới hạn là 128 MB.\nNơi: {place}.\n".replace(
                                "{", "{{"
                            ).replace("}", "}}")
                            + f"Cách sửa: {message.remedy}"
                        },
                        "locations": [
                            {
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "mau/cchc%20n%C4%83m/mau.docx"}
                                },
                                "logicalLocations": [
                                    {"name": place, "fullyQualifiedName": "word/document.xml#12"}
                                ],
                            }
                        ],
                    }
                ],
            }
        ],
    }


def test_no_finding_is_a_log_without_results():
    (run,) = log()["runs"]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_line_and_column_are_a_region():
    (first, second, third) = results(
        *(finding("docx-hong", Where(file="a.yaml", line=line, column=column), ly_do="x")
          for line, column in ((3, 7), (3, None), (None, None)))
    )  # fmt: skip
    places = [item["locations"][0]["physicalLocation"] for item in (first, second, third)]
    uri = {"artifactLocation": {"uri": "a.yaml"}}
    assert places == [
        uri | {"region": {"startLine": 3, "startColumn": 7}},
        uri | {"region": {"startLine": 3}},
        uri,
    ]
    assert "Nơi" not in first["message"]["text"]


def test_a_finding_without_a_place_has_no_location():
    (result,) = results(finding("docx-hong", ly_do="x"))
    assert "locations" not in result


def test_rules_are_named_once_and_pointed_at():
    items = [finding(code, ly_do="x") for code in ("docx-khong-phai", "docx-hong", "docx-khong-phai")]
    (run,) = log(*items)["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["docx-hong", "docx-khong-phai"]
    assert [(item["ruleId"], item["ruleIndex"]) for item in run["results"]] == [
        ("docx-khong-phai", 1),
        ("docx-hong", 0),
        ("docx-khong-phai", 1),
    ]


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_the_level_is_that_of_the_finding(severity: Severity, level: str):
    (result,) = results(finding("docx-hong", severity=severity, ly_do="x"))
    assert result["level"] == level


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("mẫu 1.docx", "m%E1%BA%ABu%201.docx"),
        ("../a#b?.docx", "../a%23b%3F.docx"),
        ("c:x/100%.docx", "c%3Ax/100%25.docx"),
        ("/tmp/m ẫu.docx", "file:///tmp/m%20%E1%BA%ABu.docx"),
        (str(Path("a") / "b.docx"), "a/b.docx"),
        ("\udcff.docx", "%FF.docx"),
    ],
)
def test_a_path_is_a_uri(file: str, uri: str):
    (result,) = results(finding("docx-khong-phai", Where(file=file)))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def print_of(**place: object) -> str:
    where = Where(file="a.docx", part="thân văn bản", words="chữ", anchor="word/document.xml#3")
    (result,) = results(finding("docx-hong", where.but(**place), ly_do="x"))
    return result["partialFingerprints"]["baocao/v1"]


@pytest.mark.parametrize(
    "moved",
    [{"anchor": "word/document.xml#30"}, {"line": 9, "column": 2}, {"paragraph": "dưới đề mục «Mới»"}],
)
def test_a_fingerprint_stays_when_the_place_moves(moved: dict):
    assert print_of(**moved) == print_of()


@pytest.mark.parametrize(
    "other",
    [{"anchor": "word/header1.xml#3"}, {"words": "chữ khác"}, {"file": "b.docx"}, {"key": "tthc"}],
)
def test_a_fingerprint_tells_other_faults_apart(other: dict):
    assert print_of(**other) != print_of()


def test_equal_faults_are_counted():
    item = finding("docx-hong", Where(file="a.docx"), ly_do="x")
    prints = [result["partialFingerprints"]["baocao/v1"] for result in results(item, item)]
    assert [text.rpartition(":")[2] for text in prints] == ["1", "2"]
    assert len({text.rpartition(":")[0] for text in prints}) == 1


def test_every_message_makes_a_rule_of_the_standards_form():
    """Each object has the properties the schema requires and only ones it knows."""
    (run,) = log(*(filled(message) for message in catalogue().values()))["runs"]
    for rule in run["tool"]["driver"]["rules"]:
        assert set(rule) == {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        for name in ("shortDescription", "fullDescription", "help"):
            assert set(rule[name]) == {"text"}
            assert rule[name]["text"]
            assert balanced(rule[name]["text"])
    for result in run["results"]:
        assert balanced(result["message"]["text"])


def filled(message: Message) -> Finding:
    """A finding with `{{ x }}` for every fact."""
    holes = {hole for _, hole, _, _ in Formatter().parse(message.text + message.remedy) if hole}
    return finding(message.code, **dict.fromkeys(holes, "{{ x }}"))


def balanced(text: str) -> bool:
    """Whether every brace is doubled."""
    return "{" not in text.replace("{{", "") and "}" not in text.replace("}}", "")


@given(st.text(max_size=30), st.text(max_size=30).filter(lambda text: "\0" not in text))
def test_any_words_and_names_make_a_log(words: str, file: str):
    item = finding("docx-hong", Where(file=file, words=words), ly_do=words)
    text = sarif([item], tool_version="1")
    assert text == sarif([item], tool_version="1")
    (result,) = json.loads(text)["runs"][0]["results"]
    assert result["ruleId"] == "docx-hong"
