"""Servers of the agencies, on 127.0.0.1."""
