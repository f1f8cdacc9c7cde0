"""What is wrong with the words of a report, whatever its figures say. The yaml files are its word lists."""

from baocao.audit.words.wording import wording

__all__ = ["wording"]
