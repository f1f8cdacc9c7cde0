"""The workshop that reads YAML and JSON into text with addresses. It knows nothing of reports or packs.

A file comes in, a `Reading` goes out: a tree of `RawValue` (every scalar as typed, in NFC, with its line)
and the findings met on the way. A file that cannot be read is a `Reading` whose value is null.
"""
