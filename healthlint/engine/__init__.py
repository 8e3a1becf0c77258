"""Many texts, or the same text many times: caches, processes, and what is kept between calls.

`Engine` is the door: `lint_files` for a run over files, `lint` for an editor that asks again and again.
"""

from __future__ import annotations

from healthlint.engine.engine import Engine, Task

__all__ = ["Engine", "Task"]
