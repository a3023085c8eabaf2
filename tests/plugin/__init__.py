"""Plugins that are really installed: named by entry points that Python finds."""
