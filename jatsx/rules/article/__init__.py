"""Rules on an article: identifiers, dates, pages, keywords, URLs, relations."""
