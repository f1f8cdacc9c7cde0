"""Native Word charts: values -> chart XML, the workbook behind it, and the parts of a package that hold both.

Knows nothing of reports; NOTES.md says what Word writes and what was measured.
"""
