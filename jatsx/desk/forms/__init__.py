"""Forms of articles, issues and journals, made from the model."""
