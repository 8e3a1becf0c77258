"""The HTML report in a real browser: nothing is missing, the filters work, it can be printed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from healthlint.report import renderer
from healthlint.report.style import Style
from tests.report.reports import REPORT

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER = next((path for path in map(shutil.which, BROWSERS) if path), None)

pytestmark = pytest.mark.skipif(BROWSER is None, reason=f"none of {', '.join(BROWSERS)} is installed")


def browse(*flags: str, page: str, folder: Path) -> str:
    """What the browser prints when it opens a page."""
    path = folder / "report.html"
    path.write_text(page, encoding="utf-8", newline="")
    command = [
        str(BROWSER),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--user-data-dir={folder / 'profile'}",
    ]
    done = subprocess.run(
        [*command, *flags, path.as_uri()], capture_output=True, encoding="utf-8", timeout=120, check=True
    )
    return done.stdout


def page(script: str = "") -> str:
    """The report, with a script that runs after its own."""
    text = "".join(renderer("html")(REPORT, Style()))
    return text.replace("</body>", f"<script>{script}</script></body>")


def test_the_page_counts_its_findings_and_marks_them(tmp_path: Path) -> None:
    shown = browse("--dump-dom", page=page(), folder=tmp_path)
    assert "3 of 3 findings shown" in shown
    assert shown.count("<mark") == 3
    assert "&lt;everything&gt;" in shown


def test_filters_hide_findings_and_their_marks(tmp_path: Path) -> None:
    script = "document.querySelector('input[value=EFF]').click();"
    shown = browse("--dump-dom", page=page(script), folder=tmp_path)
    assert "2 of 3 findings shown" in shown
    assert re.search(r'<li class="finding error"[^>]* hidden=""', shown)
    assert re.search(r'<mark class="error off"', shown)
    both = "for (const v of ['warning', 'suggestion']) document.querySelector(`input[value=${v}]`).click();"
    assert "1 of 3 findings shown" in browse("--dump-dom", page=page(both), folder=tmp_path)


def test_a_click_on_a_mark_leads_to_its_finding(tmp_path: Path) -> None:
    script = "document.querySelectorAll('mark')[1].click();"
    shown = browse("--dump-dom", page=page(script), folder=tmp_path)
    assert re.findall(r'class="finding \w+ chosen" id="(f0-\d)"', shown) == ["f0-2"]


def test_nothing_is_wider_than_the_window(tmp_path: Path) -> None:
    script = "document.title = document.documentElement.scrollWidth <= window.innerWidth ? 'fits' : 'too wide';"
    for width in (360, 1300):
        shown = browse("--dump-dom", f"--window-size={width},800", page=page(script), folder=tmp_path)
        assert "<title>fits</title>" in shown


def test_it_prints(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    browse(f"--print-to-pdf={target}", page=page(), folder=tmp_path)
    assert target.read_bytes().startswith(b"%PDF-")
