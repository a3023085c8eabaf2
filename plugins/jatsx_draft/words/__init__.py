"""Closed lists of words in Kazakh, Russian and English."""
