"""Readers: what looks at an article before the rules do. Rules alone by default, or a trained spaCy pipeline beside them."""
