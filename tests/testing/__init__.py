"""Tests of the conformance tests, and the rich article."""
