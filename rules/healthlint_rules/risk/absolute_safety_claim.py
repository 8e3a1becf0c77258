"""Do not call a treatment absolutely safe: every treatment has some risk.

## What it flags

Words that promise safety without limit: completely, totally or 100% safe, no side effects, risk-free,
harmless, non-addictive, nothing can go wrong.

## Why it matters

No treatment is free of risk, and the statement is most often wrong where it matters most: three of the
ketamine sellers in a 2023 study called the drug non-addictive. US, UK and Australian advertising rules do not
allow it, and NHS writing guidance advises against "safe" without saying how safe.

## Exceptions

Negation in the same clause ("no medicine is completely safe"), debunking ("myth: ..."), a question or a
question heading ("Is it safe?"). A source, or a study or body to which the sentence ascribes it; outside
marketing also a quotation and a counted result ("no serious side effects in 800 people"). "Generally",
"usually" or "considered" before the words. A harm named after "but" in the same sentence, or in the next one
if it begins with "but" or "however". Conditional advice ("make sure that your home is safe"), the safety of
food, water or sleep, "safe messaging".

## What it cannot see

Irony, and safety that is implied by a picture or a tone. Whether a counted result is true. A promise that is
spread over several sentences ("Worried about side effects? Don't be. There are none to mention.").

## How to fix

Say how safe, for whom, compared with what: "Most people have no serious problems; about 1 in 100 gets an
infection." If nothing is known, say that: "There are few studies of its safety."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.disclosures.risk import harms
from healthlint.analysis.mentions import readings
from healthlint.api import Document, Finding, NoOptions, Rule, severities
from healthlint.phrases import Hit, find
from healthlint.wording import Wording
from healthlint_rules.authorities import (
    CAP_12,
    CFR_202_COMPARATIVE,
    CRANE_2023,
    MHRA_BLUE_GUIDE,
    NHS_HEALTH_WRITING,
    TGA_ADVERTISING_CODE,
)

_SAFE = Wording(
    # safe or harmless, without limit
    r"\b(?:"
    r"completely|totally|perfectly|entirely|absolutely|100\s?%|proven|inherently|utterly|always|extremely"
    r")\s+(?:safe|harmless|risk[- ]free)\b(?!\s+(?:breast screening))"
    # no side effects, no risk
    r"|\b(?:no|zero|without(?: any)?|free (?:of|from)|none of the)\s+"
    r"(?:(?:known|any|nasty|harmful|adverse|dangerous|real|negative|serious|unwanted|toxic|bad|major|"
    r"significant)\s+)*side[- ]?effects?\b"
    r"|\brisk[- ]free\b(?! trial| guarantee| for \d+ days)|\bside[- ]effect[- ]free\b"
    # not addictive
    r"|\bnon-?\s?(?:addictive|habit[- ]forming|toxic)\b|\bnot (?:at all )?(?:addictive|habit[- ]forming)\b"
    r"|\b(?:is|are) (?:completely |totally )?harmless\b"
    r"|\bsafe for (?:everyone|all ages|the whole family|anyone|any age)\b|\bnothing can go wrong\b"
    r"|\bno (?:risks?|danger|downsides?|dangers)\b(?! of| factors?)"
    # safe because it is natural
    r"|\b(?:natural|plant[- ]based|herbal|organic)(?:,? (?:so|therefore|and therefore|and so|which means)) "
    r"(?:it['’]s |it is |they are |they['’]re |is |are )?(?:\w+ )?(?:safe|harmless)\b"
    r"|\bsafe because (?:it['’]s|it is|they are|they['’]re) (?:natural|plant|herbal)\b|\b100\s?% safe\b"
    r"|\bcan safely be (?:used|taken|combined)\b|\bdemonstrat(?:es|ed) the (?:\w+ and )?safety\b"
    r"|\bcauses? no harm\b|\bcannot (?:hurt|harm)\b",
    re.IGNORECASE,
)
_OTHER_SAFETY = Wording(
    r"\b(?:"
    r"make sure|ensure|check (?:that|if)|keep|home|bathroom|water|food|sleep|messaging|environment|space|"
    r"place|sex|drive|driving|sunscreen|laptop|data|payment|seeking|looking for|prefer\w*|if (?:you|it|there)|"
    r"unless|until|before|waste|paint|cleaning|cookware|trial period|returns?|order"
    r")\b",
    re.IGNORECASE,
)
_GENERALLY = Wording(r"\b(?:generally|usually|mostly|relatively|fairly|considered|thought)\b", re.IGNORECASE)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding on each promise of absolute safety that no context takes back."""
    for hit in find(document, _SAFE):
        text = hit.reading.sentence.plain
        if _excused(hit, document.profile.marketing) or _names_harm(document, hit):
            continue
        if _OTHER_SAFETY.search(text[: hit.match.start()]) or _GENERALLY.search(text[: hit.match.end()]):
            continue
        yield Finding(
            hit.span,
            f"'{hit.text}' promises absolute safety, and nothing that works is without risk.",
            "Say how safe, for whom, compared with what: about N in 100 people had a serious problem.",
        )


def _excused(hit: Hit, marketing: bool) -> bool:
    """Whether the sentence takes the promise back, asks about it or says who makes it."""
    heard = hit.cues
    if hit.myth or heard.debunked or heard.question or heard.cited or _denied(hit):
        return True
    if not marketing and (hit.quoted or heard.counted):
        return True
    return heard.attribution in ("study", "named") or (not marketing and _true_of_addiction(hit))


def _true_of_addiction(hit: Hit) -> bool:
    """Whether a medicine that is called not addictive is indeed no controlled one."""
    named = [m.intervention for m in hit.reading.named("intervention") if m.intervention is not None]
    if not named or not hit.text.lower().endswith(("addictive", "forming")):
        return False
    return all(record.kind == "drug" and "controlled" not in record.classes for record in named)


def _denied(hit: Hit) -> bool:
    """Whether a negation outside the phrase takes it back ("no medicine is completely safe")."""
    return hit.denied and not hit.text.lower().startswith(("no ", "not ", "zero ", "without", "none"))


def _names_harm(document: Document, hit: Hit) -> bool:
    """Whether the same sentence goes on with "but" and a harm, or the next one begins with it and names one."""
    sentence, end = hit.reading.sentence, hit.match.end()
    later = (harm for harm in harms(hit.reading) if harm.start >= end and harm.concept != "misuse-dependence")
    if " but " in sentence.plain and any(later):
        return True
    following = readings(document)[sentence.index + 1 :][:1]
    return any(reading.lower[:1] in (("however",), ("but",)) and bool(harms(reading)) for reading in following)


RULE = Rule(
    code="RSK005",
    name="absolute-safety-claim",
    severity=severities("warning", "warning", "error", "error", "warning"),
    scope="sentence",
    sources=(
        CFR_202_COMPARATIVE,
        CRANE_2023,
        TGA_ADVERTISING_CODE,
        MHRA_BLUE_GUIDE,
        CAP_12,
        NHS_HEALTH_WRITING,
    ),
    options=NoOptions,
    check=check,
    good=(
        "No vaccine is completely safe, but serious reactions are rare.",
        "Is kratom tea really non-addictive?",
        "Antidepressants are not addictive, but stop them slowly.",
        "Myth: herbal tablets have no side effects.",
        (
            "Sleeping tablets are generally safe when used as directed, but they can cause falls in older "
            "people."
        ),
        "Check that the bathroom is completely safe before your mother comes home.",
    ),
    bad=(
        "These gummies are [|completely safe|], even in pregnancy.",
        "The new laser is [|risk-free|] and takes ten minutes.",
        "Kratom tea is [|non-addictive|].",
        "Homeopathic drops have [|no side effects|].",
    ),
)
