"""Date expressions, read with their precision and resolved against the article's date."""
