"""What a run tells: counts, rows, the tables at its end."""
