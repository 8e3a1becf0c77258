"""`python -m tests.benchmark`: how fast healthlint is, beside other prose linters on the same files."""
