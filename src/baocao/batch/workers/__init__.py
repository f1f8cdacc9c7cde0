"""Who does the work: this process, processes of this machine, a cluster. They know nothing of reports."""
