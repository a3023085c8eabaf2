"""What an exporter returns: documents, the values they are built of, and what was left out."""
