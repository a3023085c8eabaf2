"""Tests with material that isn't part of the repository."""
