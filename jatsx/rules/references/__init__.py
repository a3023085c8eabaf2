"""Rules on references: on each reference, and on the reference list."""
