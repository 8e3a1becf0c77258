"""How much time the tests may take: `CI=true` for minutes, `HEALTHLINT_SLOW=1` for all that there is."""

from __future__ import annotations

import os

SLOW = os.environ.get("HEALTHLINT_SLOW") == "1"
"""Whether long tests run in full."""

THOROUGH = SLOW or os.environ.get("CI") == "true"
"""Whether tests run that make environments, and property tests with all their examples."""
