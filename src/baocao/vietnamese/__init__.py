"""Vietnamese wording: numbers, words, dates, text, and the template filters made of them.

The lowest room of the house: it knows nothing of reports and imports the standard library only. Facts come
from spec nd30, section 4; nothing depends on the machine's locale.

numbers: read numbers as clerks type them, print them by the official rules.
words: numbers in words, ordinals, Roman numerals.
dates: both official date styles with their zero rule.
text: NFC, non-breaking joins, capitals, lists, letters of points, sorting, nearest names, file names.
filters: the above under Vietnamese names, as Jinja filters with printable documentation.
"""
