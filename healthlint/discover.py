"""Which files a run is about: from the paths that were named to the articles in them.

Files that are named are taken as they are. Folders are walked for files with the ending of an article; what
`.gitignore`, `.healthlintignore` and the exclusions name is left out. Nothing is read here but ignore files.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from healthlint.parsing import ENDINGS

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

DEFAULT_EXCLUDE: tuple[str, ...] = (
    "__pycache__",
    "bower_components",
    "node_modules",
    "site-packages",
    "venv",
)
"""Folders that are never walked into unless they are named; hidden ones are not either."""

IGNORE_FILES = (".gitignore", ".healthlintignore")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was named but is left out, and why."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to check, in order; named files that are left out; and full sentences about what went wrong."""

    files: tuple[Path, ...]
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[str, ...] = ()


def discover(
    paths: Iterable[str | os.PathLike[str]],
    *,
    root: Path | None = None,
    exclude: tuple[str, ...] | None = None,
    extend_exclude: tuple[str, ...] = (),
    force_exclude: bool = False,
    respect_ignore_files: bool = True,
    endings: Iterable[str] = tuple(ENDINGS),
) -> Discovery:
    """Find the files of `paths`, each once, named ones first come first served and folders in sorted order.

    `exclude` and `extend_exclude` are globs as in `.gitignore`, relative to `root` (default: the current
    folder); `exclude` replaces the default exclusions. Files that are named are excluded only with
    `force_exclude`. `endings` are the file name endings, in small letters, that folders are searched for.
    """
    try:
        rules = _Rules.of(root or Path.cwd(), exclude, extend_exclude, respect_ignore_files, frozenset(endings))
    except ValueError as error:
        return Discovery((), (), (f"An exclude pattern cannot be used: {error}. Correct it.",))
    found: dict[Path, Path] = {}
    skipped: list[Skipped] = []
    problems: list[str] = []
    for name in paths:
        path = Path(name)
        if path.is_dir():
            files = list(_walk(path, rules, problems))
            if not files:
                problems.append(_no_articles(path, rules))
        elif path.exists():
            files = [path]
            if force_exclude and (reason := rules.why_excluded(path)):
                skipped.append(Skipped(path, reason))
                continue
        else:
            problems.append(f"'{path}' does not exist. Check the path.")
            continue
        for file in files:
            found.setdefault(file.resolve(), file)
    return Discovery(tuple(found.values()), tuple(skipped), tuple(problems))


def _no_articles(path: Path, rules: _Rules) -> str:
    kinds = ", ".join(sorted(rules.endings))
    return (
        f"'{path}' holds no articles: no file in it ends in {kinds}, or all are excluded or ignored. "
        f"Name the files to check, or change what is excluded."
    )


@dataclass(frozen=True)
class _Rules:
    """What to leave out. `excluded` is None where only names in `names` count."""

    root: Path
    names: frozenset[str]
    excluded: GitIgnoreSpec | None
    ignore_files: bool
    endings: frozenset[str]
    _specs: dict[Path, GitIgnoreSpec | None] = field(default_factory=dict, compare=False)

    @classmethod
    def of(
        cls,
        root: Path,
        exclude: tuple[str, ...] | None,
        extend: tuple[str, ...],
        ignore_files: bool,
        endings: frozenset[str],
    ) -> _Rules:
        names = frozenset(DEFAULT_EXCLUDE if exclude is None else ())
        globs = (*(exclude or ()), *extend)
        spec = None
        if globs:
            from pathspec import GitIgnoreSpec

            spec = GitIgnoreSpec.from_lines(globs)
        return cls(root.resolve(), names, spec, ignore_files, endings)

    def excludes(self, path: Path, *, folder: bool) -> bool:
        """Whether an absolute path is excluded by name or by glob."""
        if folder and path.name in self.names:
            return True
        if self.excluded is None or not path.is_relative_to(self.root):
            return False
        relative = path.relative_to(self.root).as_posix()
        if relative == ".":
            return False
        return bool(self.excluded.check_file(relative + "/" if folder else relative).include)

    def why_excluded(self, path: Path) -> str:
        """Why a named file is left out when exclusions are forced, empty when it is not."""
        absolute = path.resolve()
        folders = [parent for parent in absolute.parents if parent.is_relative_to(self.root)]
        if self.excludes(absolute, folder=False) or any(self.excludes(f, folder=True) for f in folders):
            return "it is excluded by the configuration"
        if self.ignore_files and _ignored_with_parents(absolute, self):
            return "an ignore file names it"
        return ""

    def spec(self, folder: Path) -> GitIgnoreSpec | None:
        """The patterns of the ignore files in an absolute folder."""
        if folder not in self._specs:
            self._specs[folder] = _ignore_spec(folder)
        return self._specs[folder]


def _ignore_spec(folder: Path) -> GitIgnoreSpec | None:
    lines: list[str] = []
    for name in IGNORE_FILES:
        try:
            lines += (folder / name).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
    if not lines:
        return None
    from pathspec import GitIgnoreSpec

    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        return GitIgnoreSpec.from_lines(line for line in lines if _is_pattern(line))


def _is_pattern(line: str) -> bool:
    """Whether git would understand the line; it passes over those that it does not."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except ValueError:
        return False
    return True


def _walk(folder: Path, rules: _Rules, problems: list[str]) -> Iterator[Path]:
    """The articles below a folder, in the order of their paths."""
    start = folder.resolve()
    waiting = [_Place(folder, start, True, _scopes_above(start) if rules.ignore_files else ())]
    while waiting:
        place = waiting.pop()
        if not place.is_folder:
            yield place.shown
            continue
        try:
            waiting += reversed(list(_entries(place, rules)))
        except OSError as error:
            problems.append(f"The folder '{place.shown}' cannot be read: {error.strerror or error}.")


@dataclass(frozen=True, slots=True)
class _Place:
    """A folder or an article: as it is shown, its absolute path, and the folders around with ignore files."""

    shown: Path
    path: Path
    is_folder: bool
    scopes: tuple[Path, ...]


def _entries(place: _Place, rules: _Rules) -> Iterator[_Place]:
    """The folders to walk into and the articles in a folder, sorted by name."""
    scopes = (*place.scopes, place.path) if rules.ignore_files else ()
    with os.scandir(place.path) as scanned:
        entries = sorted(scanned, key=lambda entry: entry.name)
    for entry in entries:
        path = place.path / entry.name
        is_folder = entry.is_dir(follow_symlinks=False)
        if is_folder and (entry.name.startswith(".") or (path / "pyvenv.cfg").exists()):
            continue
        if not is_folder and (path.suffix.lower() not in rules.endings or not entry.is_file()):
            continue
        if not rules.excludes(path, folder=is_folder) and not _ignored(path, is_folder, scopes, rules):
            yield _Place(place.shown / entry.name, path, is_folder, scopes)


def _scopes_above(folder: Path) -> tuple[Path, ...]:
    """The folders above, outermost first, whose ignore files hold: those up to the root of the repository."""
    above: list[Path] = []
    if (folder / ".git").exists():
        return ()
    for parent in folder.parents:
        above.append(parent)
        if (parent / ".git").exists():
            return tuple(reversed(above))
    return ()


def _ignored(path: Path, is_folder: bool, scopes: tuple[Path, ...], rules: _Rules) -> bool:
    """Whether the ignore files of the folders around say to ignore a path; the nearest that speaks decides."""
    for scope in reversed(scopes):
        spec = rules.spec(scope)
        if spec is not None:
            relative = path.relative_to(scope).as_posix()
            verdict = spec.check_file(relative + "/" if is_folder else relative).include
            if verdict is not None:
                return verdict
    return False


def _ignored_with_parents(path: Path, rules: _Rules) -> bool:
    """Whether the file at an absolute path is ignored itself or lies in a folder that is."""
    scopes = (*_scopes_above(path.parent), path.parent)
    folders = (_ignored(scope, True, scopes[:at], rules) for at, scope in enumerate(scopes))
    return _ignored(path, False, scopes, rules) or any(folders)
