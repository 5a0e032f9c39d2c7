"""Reported speech: candidates from frames, explained scores, discourse state."""
