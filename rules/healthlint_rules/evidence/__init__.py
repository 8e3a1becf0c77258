"""Rules on evidence: attribution, sources, uncertainty."""
