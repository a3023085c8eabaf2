"""Two printed issues, from the neutral layout in which they were transcribed to valid deposits."""
