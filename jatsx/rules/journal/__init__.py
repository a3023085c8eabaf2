"""Rules on a journal, an issue, and the articles of an issue together."""
