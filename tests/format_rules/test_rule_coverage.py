"""Every rule of nd30_rules.csv with force "must" is measured somewhere, or says why it cannot be."""

from __future__ import annotations

from format_rules.registry import MUST, RULES
from format_rules.rules import FROM_FILE, FROM_PDF

IN_FILE_ONLY = """
    PG02 FN03 NM03 NM04 NM07 QH01 QH02 QH03 QH04 TN01 TN02 TN03 TN06 CQ01 CQ02 CQ04 CQ05 CQ06 CQ07
    SO01 SO02 SO03 SO04 SO05 SO06 SO07 SO08 SO09 DD01 DD02 DD03 DD04 DD05 DD08 DD09 DD10 TL01 TL02 TL03
    TY01 TY02 TY03 TY05 CC01 CC02 CC03 ND01 ND02 ND04 ND05 ND06
    HD01 HD02 HD03 HD04 HD05 HD06 HD07 HD08 HD10 KY01 KY02 KY03 KY04 KY05 KY06 KY07 KY08
    KG01 KG02 KG03 KG04 NN01 NN02 NN03 NN05 NN06 NN07 NN08 NN09 NN10
    PL01 PL02 PL03 PL04 PL05 PL06 VH05 SL02
"""
ON_PAPER_ONLY = "TN05 CQ08 TY04"
BOTH = """
    PG01 PG03 PG04 PG05 PG06 FN01 FN02 NM01 NM02 NM05 NM06 QH05 TN04 TL04 DD06 DD07 HD09 KY09 NN04
"""
PRACTICE_ON_PAPER = "QH06"
WINDOW = "kỳ số liệu mặc định là luật của dữ liệu, không phải thể thức: báo cáo in ra không mang hai mốc này"
NOT_MEASURED = {"KY20": WINDOW, "KY21": WINDOW, "KY22": WINDOW, "KY23": WINDOW}


def test_every_must_rule_stands_in_one_list() -> None:
    listed = [*IN_FILE_ONLY.split(), *ON_PAPER_ONLY.split(), *BOTH.split(), *NOT_MEASURED]
    assert sorted(listed) == sorted(MUST)


def test_the_lists_say_what_is_measured() -> None:
    assert set(FROM_FILE) == {*IN_FILE_ONLY.split(), *BOTH.split()}
    assert set(FROM_PDF) == {*ON_PAPER_ONLY.split(), *BOTH.split(), *PRACTICE_ON_PAPER.split()}


def test_every_reason_speaks_of_a_rule() -> None:
    assert all(rule in RULES and reason for rule, reason in NOT_MEASURED.items())
