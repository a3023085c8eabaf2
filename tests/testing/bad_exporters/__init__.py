"""Exporters with one mistake each, tested with ``ExporterConformance``."""
