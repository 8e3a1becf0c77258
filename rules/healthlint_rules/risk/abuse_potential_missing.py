"""Say that a controlled medicine can be misused or lead to dependence when you describe its benefit.

## What it flags

A text that claims a benefit of a controlled substance (ketamine, esketamine, opioids, benzodiazepines,
stimulants, testosterone, zolpidem and the like) and never mentions misuse, dependence, addiction, withdrawal
or its controlled status.

## Why it matters

Dependence is the harm that readers cannot see coming and that sellers most often leave out or deny. The FDA
alert on compounded ketamine and the Spravato label both put abuse and misuse among the first warnings.

## Exceptions

Passing mentions and offers without a claim of benefit. Controlled substances that the tables count as low in
risk. Any of these words anywhere on the page clears it: addictive, addiction, habit-forming, misuse, abuse,
dependence, dependent, withdrawal, tolerance, cravings, overdose, diversion, recreational, Schedule I to V,
controlled drug or substance.

## What it cannot see

Substances that are controlled only in other countries. Whether the mention concerns this drug or another one
far away in the text. Street names that the table does not hold.

## How to fix

Add a sentence such as "Alprazolam can be habit-forming, and stopping suddenly can cause withdrawal." The
label terms "abuse" and "dependence" are correct for drugs, though not for people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from healthlint.analysis.duties import anchors
from healthlint.api import Document, Example, Finding, NoOptions, Rule, sentences, severities
from healthlint.wording import Wording
from healthlint_rules.authorities import CRANE_2023, FDA_COMPOUNDED_KETAMINE, SPRAVATO_LABEL

_SAID = Wording(
    r"\b(?:"
    r"abus\w+|misus\w+|addict\w+|dependen\w+|habit[- ]forming|withdrawal|controlled (?:substance|drug)|"
    r"overdose|tolerance|cravings|schedule (?:I|II|III|IV|V|[1-5])|recreational\w*|diver(?:t|sion)\w*|"
    r"drug problem"
    r")\b",
    re.IGNORECASE,
)


def check(document: Document, options: NoOptions) -> Iterator[Finding]:
    """Yield one finding at the first claim for a controlled drug whose misuse the document never mentions."""
    if any(_SAID.search(sentence.plain) for sentence in sentences(document)):
        return
    for anchor in anchors(document):
        drug = anchor.intervention
        if anchor.claimed and drug.classes & {"controlled", "opioid"} and "low-risk" not in drug.classes:
            yield Finding(
                anchor.reading.sentence.span,
                f"The page leaves out that people can misuse {drug.name}, or become dependent on it.",
                f"Add: people can misuse {drug.name} and become dependent on it.",
            )
            return


RULE = Rule(
    code="RSK008",
    name="abuse-potential-missing",
    severity=severities("warning", "suggestion", "error", None, "warning"),
    scope="document",
    sources=(FDA_COMPOUNDED_KETAMINE, SPRAVATO_LABEL, CRANE_2023),
    options=NoOptions,
    check=check,
    good=(
        Example(
            "# Alprazolam\n\n"
            "Alprazolam relieves panic attacks. It can make you sleepy, and people can become dependent on "
            "it within weeks.\n"
        ),
        Example(
            "# Phentermine\n\n"
            "Phentermine helps you lose weight. It is a Schedule IV medicine, so we count each tablet.\n",
            profile="clinic-marketing",
        ),
        Example("# Ketamine in the operating room\n\nKetamine keeps you asleep while the surgeon works.\n"),
        Example(
            "# Fear of flying\n\nTalking therapy can help with fear of flying. Alprazolam is another subject.\n"
        ),
    ),
    bad=(
        Example(
            "# Phentermine\n\n"
            "[|Phentermine helps you lose weight.|] It can raise blood pressure and keep you awake.\n",
            profile="clinic-marketing",
        ),
        Example(
            "# Alprazolam\n\n"
            "[|Alprazolam relieves panic attacks.|] It can make you sleepy and unsteady on your feet.\n"
        ),
        Example(
            "# Ketamine lozenges\n\n"
            "[|Ketamine lozenges ease anxiety.|] They can cause nausea, confusion and a fast heartbeat.\n",
            profile="clinic-marketing",
        ),
    ),
)
