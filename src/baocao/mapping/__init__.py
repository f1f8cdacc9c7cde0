"""A unit's own workbook, by a small mapping: which indicator stands in which cell, row or column."""
