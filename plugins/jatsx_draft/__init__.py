"""The printed issue, as text, DOCX or PDF, becomes an issue whose doubts are marked."""
