"""Rules on contributors, their names and their affiliations."""
