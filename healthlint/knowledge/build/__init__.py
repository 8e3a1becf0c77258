"""Builds the shipped tables: hand-kept tables merged with what public drug labels say."""
