"""Rules on an article: identifiers, dates, pages, keywords, addresses, relations."""
