"""Communique's extract-transform-load: source → document → article → observations → resolved rows → tables."""
