"""DOIs at DataCite: sending, and reading the answers.

Source: DataCite documentation, "The DataCite REST API".
"""
