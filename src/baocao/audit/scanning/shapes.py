"""The written shapes of numbers, dates, document symbols and marks of items (NĐ 30, PL I; spec nd30, 4.1).

Every repeat is either bounded or possessive, so that a pattern that fails has looked at a bounded stretch
or at one that is then taken as a whole: reading a text of any kind takes time linear in its length. A group
is made so by `(?>…)`: Python before 3.11.5 loses matches of `(…)*+` (its issue 106052).
"""

from __future__ import annotations

import re

SPACE = "[ \\t\u00a0\u2007\u2009\u202f]"
LETTER = "[A-Za-zÀ-ÖØ-öø-ɏ\u0300-\u036fͰ-ϿЀ-ӿḀ-ỿ]"
_CAPITAL = "[A-ZĐÀ-ÖØ-Þ]"
_BODY = "[0-9]++(?>(?:[.,][0-9]++)*)"
_GROUPED = f"[1-9][0-9]{{0,2}}+(?>(?:{SPACE}[0-9]{{3}}(?![0-9]))+)(?:,[0-9]++)?"
_END = f"(?![0-9]|{LETTER})"
_DAY = "(?P<d>[0-9]{1,2})"
_DASH = f"{SPACE}?[-–—]{SPACE}?"

_WORD = f"{LETTER}(?>(?:{LETTER}|[0-9])*)"
WORD = re.compile(_WORD)
MERE_WORD = re.compile(f"\\s*+(?P<word>{_WORD})(?![.@:/_+)-])")
"""A word with the blanks before it, where no address and no mark of an item can begin."""
NEXT_WORD = re.compile(f"{SPACE}{{0,3}}(?P<word>{LETTER}(?:{LETTER}|[0-9]){{0,19}}){_END}")
NOTE = re.compile("[¹²³⁰⁴-⁹]++")
BLANK = re.compile("\\s++")
NUMBER = re.compile(f"{_GROUPED}|{_BODY}")
ALONE = re.compile(
    f"[0-9]{{1,3}}+(?!{LETTER}|[0-9/%–—-]|[.,][0-9]|\\.{SPACE}[0-9]|{SPACE}{{1,3}}(?:[/.–—-]|tháng))"
)
"""A number that nothing joins to what stands behind it: no year, symbol, share, range or date."""
RATIO = re.compile(f"(?P<left>{_BODY}){SPACE}?/{SPACE}?(?P<right>{_BODY})")
CHAIN = re.compile(f"(?>(?:{SPACE}?/{SPACE}?[0-9]++)+)")
PERCENT = re.compile(f"{SPACE}{{0,2}}%")
LEVELS = re.compile(f"[0-9]{{1,3}}+(?>(?:[.,][0-9]{{1,2}}){{0,4}})(?![0-9]|[.,/][0-9]|{_CAPITAL})")
"""The numbers of articles and levels: "3", "1.2.3", and "3,4" typed without a space."""
COMRADES = re.compile(f"{SPACE}{{0,3}}[đĐ]/[cC](?!{LETTER})")
"""đ/c is "đồng chí", not đồng."""

_PART = f"{_CAPITAL}(?>(?:{LETTER}|[0-9]){{0,15}})"
_FIRST = f"{_CAPITAL}{_CAPITAL}(?>(?:{LETTER}|[0-9]){{0,14}})"
SYMBOL = re.compile(
    f"[0-9]{{1,6}}[a-zđ]?(?:/[0-9]{{4}})?"
    f"(?:[/-]{_FIRST}|{SPACE}?[/-]{SPACE}?{_FIRST}(?=[-/]{_CAPITAL}))"
    f"(?:[-/]{_PART}|[.&]{_FIRST}){{0,6}}"
)
"""59/2019/NĐ-CP, 98/QĐ-UBND-TL, 379/KH-UBND.HC, 1203-CV/HU, 65/2020/QH14, "98 / QĐ-UBND"."""
SYMBOL_WITHOUT_ISSUER = re.compile(f"[0-9]{{1,4}}/(?:19|20)[0-9]{{2}}(?![0-9/]|[.,][0-9]){_END}")

DATE = re.compile(
    f"{_DAY}{SPACE}?(?P<mark>[/.-]){SPACE}?(?P<m>[0-9]{{1,2}}){SPACE}?(?P=mark){SPACE}?(?P<y>[0-9]{{4}})"
    "(?![0-9]|[.,/][0-9]|-[0-9]++(?!/))"
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
SHORT_YEARS = re.compile(f"(?P<from>(?:19|20)[0-9]{{2}}){_DASH}(?P<to>[0-9]{{2}})(?![0-9]|[.,/-][0-9]|%)")
"""2023-24"""
SLASHED_YEARS = re.compile("(?P<from>(?:19|20)[0-9]{2})/(?P<to>(?:19|20)[0-9]{2})(?![0-9]|[.,/-][0-9]|%)")
"""năm học 2022/2023"""
MONTH_OF_YEAR = re.compile("(?P<m>[0-9]{1,2})/(?P<y>(?:19|20)[0-9]{2})(?![0-9]|[.,/][0-9]|%)")
DAY_OF_MONTH = re.compile("(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})(?![0-9]|[.,/][0-9]|%)")
MONTHS = re.compile(f"[0-9]{{1,2}}{_DASH}[0-9]{{1,2}}(?![0-9]|[.,/-][0-9]|%)")
"""tháng 8-10"""
TWO_DATES = re.compile(
    f"(?P<d>[0-9]{{1,2}})/(?P<m>[0-9]{{1,2}}){_DASH}(?P<d2>[0-9]{{1,2}})/(?P<m2>[0-9]{{1,2}})(?![0-9]|[.,][0-9]|%)"
)
"""1/12-29/2"""
UNTIL_DATE = re.compile(
    f"{SPACE}{{1,2}}(?:đến|tới){SPACE}{{1,2}}(?:hết{SPACE})?(?:ngày{SPACE})?(?P<d2>[0-9]{{1,2}})/(?P<m2>[0-9]{{1,2}})(?![0-9])"
)
DAYS = re.compile(
    f"[0-9]{{1,2}}{_DASH}[0-9]{{1,2}}"
    f"(?:/[0-9]{{1,2}}(?:/[0-9]{{4}})?(?![0-9])|{SPACE}tháng{SPACE}[0-9]{{1,2}}(?:{SPACE}năm{SPACE}[0-9]{{4}})?(?![0-9]))"
)
"""ngày 24-25/5/2023, ngày 10-12 tháng 3"""

RANGE = re.compile(
    f"(?P<low>{_BODY})(?P<sign>%?)(?P<dash>{_DASH})(?P<high>{_BODY})(?!{SPACE}?[=/]|[-–][0-9])"
)
"""10-15"""
COUNTED = re.compile("[0-9]++(?>(?:[-–][0-9]++){2,})")
"""1-2-3"""

CLOCK = re.compile(
    f"(?:[0-9]{{1,2}}[hg](?:[0-9]{{2}})?|[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?"
    f"|[0-9]{{1,2}}{SPACE}giờ{SPACE}[0-9]{{2}}(?:{SPACE}phút)?){_END}"
)
PHONE = re.compile(f"0[0-9]{{1,4}}\\)?(?:(?:{SPACE}|[.-])?[0-9]{{1,7}}){{1,4}}(?![0-9]|[.,/%][0-9]|%)")
PHONE_ABROAD = re.compile(f"\\+84(?:(?:{SPACE}|[.-])?[0-9]{{2,7}}){{2,4}}(?![0-9])")
CALLED = re.compile(f"[0-9]++(?>(?:[.-][0-9]++|{SPACE}[0-9]{{3,4}}(?![0-9]))*)")
"""The number behind "điện thoại"."""
DOCUMENT = re.compile("[0-9]{1,5}(?![0-9]|[.,/-][0-9])")
"""The number of a document without its issuer: "Quyết định số 1085"."""
STANDARD = re.compile("[0-9]{1,6}(?:[-:][0-9]{1,4}){0,2}(?![0-9])")
ADDRESS = re.compile(
    '(?:(?:https?://|www\\.)[^\\s<>"“”«»]{1,400}+|[A-Za-z0-9][\\w.+-]{0,63}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}'
    "|[A-Za-z][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z][A-Za-z0-9-]{0,62}){0,4}\\.(?:vn|com|net|org|edu|gov|info)"
    '(?:/[^\\s<>"“”«»]{0,400}+)?(?![\\w@-]))'
)
"""A page of the net or an e-mail address."""

ITEM = re.compile(
    "(?:"
    "[0-9]{1,2}(?:\\.[0-9]{1,2}){0,4}[.)](?![0-9])"
    f"|[0-9]{{1,2}}(?:\\.[0-9]{{1,2}}){{1,4}}(?={SPACE}{{1,3}}{_CAPITAL})"
    "|[IVXL]{1,6}(?>(?:\\.[0-9]{1,2}){1,4})\\.?(?![0-9])"
    f"|[0-9]{{1,2}}[/-](?={SPACE}{{0,3}}{LETTER})"
    f"|[a-zđ]\\)|[IVXL]{{1,6}}[.)/-](?!{LETTER}|[0-9])"
    "|\\((?:[0-9]{1,2}|[a-zđ])\\)"
    ")"
)
"""The mark at the start of a numbered item: "1.", "1.1.", "1.1 Kết quả", "1/", "a)", "(1)", "II."."""
ITEM_IN_LINE = re.compile("\\((?P<n>[0-9]{1,2})\\)")
LETTERED = re.compile("[0-9]{1,2}[a-e](?!\\w)")
"""1a, 2b"""
NEXT_MONTH = re.compile(
    f"(?P<m>[0-9]{{1,2}})(?={SPACE}năm{SPACE}(?:19|20)[0-9]{{2}}|/(?:19|20)[0-9]{{2}}|[,.;)]|{SPACE}và{SPACE}|\\Z)"
)
"""The 12 of "tháng 11, 12 năm 2023"."""
SIGN = re.compile("[-+−](?=[0-9])")
