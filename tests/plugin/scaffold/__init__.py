"""What ``jatsx plugin new`` writes."""
