"""What stands in the folder of results, and what is written down of it. Only the coordinator comes here."""
