"""The workshop: Word packages as zip and XML. Knows nothing of reports; see NOTES.md for what Word does."""
