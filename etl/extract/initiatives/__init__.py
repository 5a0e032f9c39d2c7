"""Initiatives that the lexicon does not have, by the form of their names."""
