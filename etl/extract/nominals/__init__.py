"""Noun phrases that can act or speak."""
