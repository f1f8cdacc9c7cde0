"""Workbooks of any kind as data: opened with suspicion, cells as typed values with their place."""
