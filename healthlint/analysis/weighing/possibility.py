"""Words that call what follows them possible, hoped for or under study."""

from __future__ import annotations

import re

from healthlint.wording import Wording

POSSIBLE = Wording(
    r"\b(?:may|might|could|potential(?:ly)?|possibl[ey]|perhaps|appears?|seems?|suggest(?:s|ed|ing)?|likely|"
    r"hope[sd]?|hopeful|aims?|would|designed|intended|goals?|if|whether|believed|thought|theori\w+|hypothes\w+|"
    r"proposed|expected|promising|explor\w+|investigat\w+|tested|testing|studied|looking (?:at|into)|future|"
    r"one day|someday)\b",
    re.IGNORECASE,
)
