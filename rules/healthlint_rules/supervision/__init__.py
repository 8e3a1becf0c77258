"""Rules on whether a text leads the reader to a qualified health professional."""
