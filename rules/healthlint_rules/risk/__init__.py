"""Rules on whether a text names the harms of what it recommends."""
