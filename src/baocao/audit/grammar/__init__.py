"""What a report states with its figures: clauses, quantities, statements; phrasings are data."""
