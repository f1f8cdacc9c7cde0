"""Where jobs come from: folders, data files, tables of units, lists of jobs. Nothing is made here."""
