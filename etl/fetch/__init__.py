"""Fetching: from addresses to bytes, and from feeds and sitemaps to addresses. Knows nothing of the store; has a clock, to be polite."""
