"""Tests of the facts that are worked out from a text."""
