"""Hard cases of the readability rules."""
