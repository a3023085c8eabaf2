"""The routes: each reads a request, calls what does the work, and answers with a page."""
