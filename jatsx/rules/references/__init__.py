"""Rules on references, each on its own and as a list."""
