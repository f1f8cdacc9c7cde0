"""Many reports in one run: jobs go to workers, their drafts come back, are put in their places and written
down, so that an interrupted run loses nothing and a repeated one redoes nothing.
"""
