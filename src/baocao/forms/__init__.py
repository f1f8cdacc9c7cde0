"""The Excel form: one cell map for writing and reading, read into the tree of a data file."""
