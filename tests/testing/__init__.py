"""Tests of what formats' tests can ask, and the article that says everything."""
