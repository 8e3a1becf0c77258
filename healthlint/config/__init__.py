"""Configuration: what a person can set, where it is found, and what applies to a file."""
