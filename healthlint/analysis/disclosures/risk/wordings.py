"""Words that introduce harms, cause them, deny them or speak of a risk, and words for treatments."""

from __future__ import annotations

import re

from healthlint.wording import Wording

SIDE = Wording(
    r"""\b(?:side[-\ ]?effects?|adverse\ (?:effects?|events?|reactions?)|undesirable\ effects
        |withdrawal\ symptoms|after-?effects)\b
    |\bcomplications?\ (?:of|from|after|include|are|can|consist\w*|were|included)\b|\bthe\ effects\ included\b
    |\b(?:withdrew|stopped|dropped\ out|discontinued)\b[^.;]{0,60}\b(?:due\ to|because\ of)\b
    |\b(?:risks?|dangers?|harms?|reactions?|warnings?|downsides?)(?!\ (?:factors?|signs?))\s+
        (?:[^.;]{0,60}?\ )?(?:include|includes|including|such\ as|like)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that introduce harms of a treatment by their own meaning."""
CAUSE = Wording(
    r"""\b(?:caus(?:es?|ed|ing)|lead(?:s|ing)?\ to|led\ to|results?\ in|resulted\ in|trigger(?:s|ed)?
    |rais(?:es?|ing)|increas(?:es?|ing)|worsen(?:s|ed)?|induc(?:es?|ed)|produc(?:es?|ed)|provok(?:es?|ed)
    |bring(?:s)?\ on|mak(?:es?|ing)\ (?:you|people|some|them|it)
    |leav(?:es?|ing)\ (?:you|people|some|a|lasting)|damag(?:es?|ed|ing)|harm(?:s|ed)?|kill(?:s|ed)?
    |irritat(?:es?|ed)|(?:been|is|are|was|were)\ (?:also\ )?(?:associated|linked|tied|connected)\ (?:with|to)
    |interact(?:s)?|carr(?:y|ies)|involv(?:es?|ing)|be|is|are|slow(?:s)?|lower(?:s)?|stop(?:s)?|mask(?:s)?
    |interfer(?:es?|ing))\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Verbs that tie a harm to what stands before them."""
RISK_OF = Wording(
    r"(?<!\bat )\b(?:risks?|chances?|potential|dangers?|possibility|likelihood|reports?|rates?|signs?|"
    r"incidence|threat|prone) (?:of|for|to)\b"
    r"|\boverdos\w+|\bwatch (?:out )?for\b",
    re.IGNORECASE,
)
PEOPLE = Wording(
    r"\b(?:you|your \w+|people|patients|users|participants|volunteers|women|men|children|clients|some|many|"
    r"they|who|person)\s+(?:\w+\s+){0,4}?(?:may|might|can|could|will|also|sometimes|often|usually|experienced?|"
    r"report(?:ed)?|got|get|had|have|feel|felt|develop(?:ed)?|suffer(?:ed)?|notice|bec[ao]me|died)\b|\b\d+ in "
    r"\d+\b|\b\d+\s?(?:%|percent|per cent)",
    re.IGNORECASE,
)
DENIED = Wording(
    r"\b(?:no|without|zero|free of|free from|any|fewer|minimal|never|not|don['’]t|doesn['’]t|does not|do not|"
    r"isn['’]t|aren['’]t|lack of|reduces?|lowers?|decreases?|minimi[sz]es?|prevents?|avoids?|protects?|less|"
    r"lower|reduced|reducing|lowering|eliminat\w+|reductions?|decreas\w+|drops?|declines?|"
    r"falls?)\s+(?:\w+[\s-]+){0,4}$",
    re.IGNORECASE,
)
TAKING_UP = frozenset("it they these this those such".split())
"""Words with which a sentence takes up what the one before names."""
NEAR = 8
"""How many words before a verb its subject may stand."""
DOSES = frozenset(
    "dose doses dosage use treatment therapy medicine medicines medication medications drug drugs tablet "
    "tablets injection injections infusion infusions procedure surgery operation supplement supplements "
    "vaccine product overdose taking using treatments infusions products drops oil laser "
    "drip drips filler fillers needle needles anaesthetic anesthetic sessions session".split()
)
TREATMENT_WORDS = DOSES | {"it", "they", "these", "this"}
