"""The headings above a place in a document."""

from __future__ import annotations


class Outline:
    """The open headings with their ranks, outermost first."""

    def __init__(self) -> None:
        self._open: tuple[tuple[int, str], ...] = ()
        self.path: tuple[str, ...] = ()

    def above(self, rank: int) -> tuple[str, ...]:
        """The headings above a heading of `rank`, which ends those of its rank and below."""
        self.restore(tuple(entry for entry in self._open if entry[0] < rank))
        return self.path

    def add(self, rank: int, text: str) -> None:
        """Put a heading below those that are open."""
        self.restore((*self._open, (rank, text)))

    def save(self) -> tuple[tuple[int, str], ...]:
        """What `restore` takes to come back to this place."""
        return self._open

    def restore(self, saved: tuple[tuple[int, str], ...]) -> None:
        """Come back to the place where `saved` was taken."""
        if saved != self._open:
            self._open = saved
            self.path = tuple(text for _, text in saved)
