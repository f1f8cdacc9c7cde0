"""The finished document as a tree: references, headings, tables of contents; loaded when a report has one."""
