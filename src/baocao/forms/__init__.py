"""The Excel form and other workbooks: one cell map, read into the tree of a data file."""
