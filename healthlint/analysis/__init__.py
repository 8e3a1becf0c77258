"""Facts about a text, each worked out at most once."""
