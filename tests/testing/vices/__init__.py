"""Exporters with a vice each, put to the tests that every exporter is put to."""
