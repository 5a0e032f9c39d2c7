"""Meetings that an article reports: who met whom, when, where and at which gathering."""
