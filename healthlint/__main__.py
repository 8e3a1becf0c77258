"""`python -m healthlint`."""

from __future__ import annotations

from healthlint.cli import main

main()
