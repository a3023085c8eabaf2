"""The results of exporters: documents, their elements and values, and losses."""
