"""Titles of offices: the words, the phrases around names that they stand in, and the actors that they belong to."""
