"""Plugins: what they can provide, and how they are found, verified and loaded."""
