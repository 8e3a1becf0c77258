"""Where the design papers and real articles are that some tests use when they are present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE_THE_CHECKOUT = Path(__file__).parents[2] / "shared"


def shared_path(*parts: str) -> Path:
    """Where a file or folder of the shared folder is, or would be."""
    return Path(os.environ.get("HEALTHLINT_SHARED") or _BESIDE_THE_CHECKOUT).joinpath(*parts)


def shared_file(*parts: str) -> Path:
    """A file of the shared folder. Skips the test that asks where the folder or the file is missing."""
    path = shared_path(*parts)
    if not path.exists():
        pytest.skip(f"{Path(*parts)} is not here; set HEALTHLINT_SHARED to the folder that holds it")
    return path
