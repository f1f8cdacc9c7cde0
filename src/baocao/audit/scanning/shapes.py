"""The written shapes of numbers, dates, document symbols and marks of items (NĐ 30, PL I; spec nd30, 4.1).

Every repeat is either bounded or possessive, so that a pattern that fails has looked at a bounded stretch
or at one that is then taken as a whole: reading a text of any kind takes time linear in its length.
"""

from __future__ import annotations

import re

SPACE = "[ \\t\u00a0\u2007\u2009\u202f]"
LETTER = "[A-Za-zÀ-ÖØ-öø-ɏ\u0300-\u036fͰ-ϿЀ-ӿḀ-ỿ]"
_CAPITAL = "[A-ZĐÀ-ÖØ-Þ]"
_BODY = "[0-9]++(?:[.,][0-9]++)*+"
_GROUPED = f"[1-9][0-9]{{0,2}}+(?:{SPACE}[0-9]{{3}}(?![0-9]))++(?:,[0-9]++)?"
_END = f"(?![0-9]|{LETTER})"
_DAY = "(?P<d>[0-9]{1,2})"

WORD = re.compile(f"{LETTER}(?:{LETTER}|[0-9])*+")
NEXT_WORD = re.compile(f"{SPACE}{{0,3}}(?P<word>{LETTER}(?:{LETTER}|[0-9]){{0,19}}){_END}")
NOTE = re.compile("[¹²³⁰⁴-⁹]++")
BLANK = re.compile("\\s++")
NUMBER = re.compile(f"{_GROUPED}|{_BODY}")
RATIO = re.compile(f"(?P<left>{_BODY}){SPACE}?/{SPACE}?(?P<right>{_BODY})")
CHAIN = re.compile(f"(?:{SPACE}?/{SPACE}?[0-9]++)++")
PERCENT = re.compile(f"{SPACE}{{0,2}}%")
LEVELS = re.compile(f"[0-9]{{1,3}}+(?:[.,][0-9]{{1,2}}){{0,4}}+(?![0-9]|[.,/][0-9]|{_CAPITAL})")
"""The numbers of articles and levels: "3", "1.2.3", and "3,4" typed without a space."""
COMRADES = re.compile(f"{SPACE}{{0,3}}[đĐ]/[cC](?!{LETTER})")
"""đ/c is "đồng chí", not đồng."""

_PART = f"{_CAPITAL}(?:{LETTER}|[0-9]){{0,15}}+"
_FIRST = f"{_CAPITAL}{_CAPITAL}(?:{LETTER}|[0-9]){{0,14}}+"
SYMBOL = re.compile(
    f"[0-9]{{1,6}}[a-zđ]?(?:/[0-9]{{4}})?"
    f"(?:[/-]{_FIRST}|{SPACE}?[/-]{SPACE}?{_FIRST}(?=[-/]{_CAPITAL}))"
    f"(?:[-/]{_PART}|[.&]{_FIRST}){{0,6}}"
)
"""59/2019/NĐ-CP, 98/QĐ-UBND-TL, 379/KH-UBND.HC, 1203-CV/HU, 65/2020/QH14, "98 / QĐ-UBND"."""
SYMBOL_WITHOUT_ISSUER = re.compile(f"[0-9]{{1,4}}/(?:19|20)[0-9]{{2}}(?![0-9/]|[.,][0-9]){_END}")

DATE = re.compile(
    f"{_DAY}{SPACE}?(?P<mark>[/.-]){SPACE}?(?P<m>[0-9]{{1,2}}){SPACE}?(?P=mark){SPACE}?(?P<y>[0-9]{{4}})"
    "(?![0-9]|[.,/-][0-9])"
)
LONG_DATE = re.compile(
    f"{_DAY}{SPACE}{{1,3}}tháng{SPACE}{{1,3}}(?P<m>[0-9]{{1,2}})(?![0-9]|[.,][0-9])"
    f"(?:(?:{SPACE}{{1,3}}năm{SPACE}{{1,3}}|{SPACE}?/{SPACE}?)(?P<y>[0-9]{{4}})(?![0-9]))?"
)
DAY_AND_MONTH = re.compile(f"{_DAY}(?:{SPACE}?[/-]{SPACE}?(?P<m>[0-9]{{1,2}}))?(?![0-9]|[.,/][0-9])")
MONTH = re.compile(
    f"(?P<m>[0-9]{{1,2}})(?:(?:{SPACE}?[/-]{SPACE}?|{SPACE}{{1,3}}năm{SPACE}{{1,3}})(?P<y>[0-9]{{4}}))?"
    "(?![0-9]|[.,/][0-9])"
)
YEARS = re.compile(
    f"(?P<from>(?:19|20)[0-9]{{2}}){SPACE}?[-–—]{SPACE}?(?P<to>(?:19|20)[0-9]{{2}})(?![0-9]|[.,/-][0-9])"
)
YEAR = re.compile("(?:19|20)[0-9]{2}(?![0-9]|[.,][0-9])")
CLOCK = re.compile(f"[0-9]{{1,2}}[hg](?:[0-9]{{2}})?{_END}")

ITEM = re.compile(
    "(?:"
    "[0-9]{1,2}(?:\\.[0-9]{1,2}){0,4}[.)](?![0-9])"
    f"|[0-9]{{1,2}}(?:\\.[0-9]{{1,2}}){{1,4}}(?={SPACE}{{1,3}}{_CAPITAL})"
    f"|[0-9]{{1,2}}[/-](?={SPACE}{{0,3}}{LETTER})"
    f"|[a-zđ]\\)|[IVXL]{{1,6}}[.)/-](?!{LETTER}|[0-9])"
    "|\\((?:[0-9]{1,2}|[a-zđ])\\)"
    ")"
)
"""The mark at the start of a numbered item: "1.", "1.1.", "1.1 Kết quả", "1/", "a)", "(1)", "II."."""
ITEM_IN_LINE = re.compile("\\((?P<n>[0-9]{1,2})\\)")
SIGN = re.compile("[-+−](?=[0-9])")
