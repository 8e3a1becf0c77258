"""Readability and plain language: the reading grade, long sentences and paragraphs, roundabout wording."""
