"""Pages for the listed examples on risk and supervision."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from tests.rules.pages import NEUTRAL, Described, page, sections


def _benefits(subject: str) -> str:
    """Sixty different sentences of some sixteen words, each with one benefit."""
    times = (
        "From the first week",
        "Month after month",
        "In younger and older people",
        "On the busiest of days",
    )
    effects = (
        "relieves back pain so that bending, lifting and dressing come easily",
        "relieves leg pain so that stairs and long walks come easily",
        "relieves neck pain so that driving and reading come easily",
        "relieves nerve pain so that shoes and bedclothes feel comfortable",
        "relieves migraine so that light and noise are pleasant company",
        "relieves tension headache so that a day at the desk passes quickly",
        "improves sleep so that the alarm clock finds you awake and rested",
        "improves mood so that friends notice it before you do",
        "improves mobility so that the garden and the dance floor call again",
        "improves concentration so that books and crosswords are fun again",
        "reduces stiffness so that the first steps of the morning are light",
        "reduces anxiety so that crowds, trains and lifts are no trouble",
        "reduces tiredness so that evenings with the family are long and lively",
        "reduces muscle spasms so that sitting through a film is easy",
        "eases depression so that plans for the weekend come by themselves",
    )
    return " ".join(f"{time}, {subject} {effect}." for time, effect in product(times, effects))


DOCUMENTS: Mapping[str, Described] = {
    "benefits, button, seizures": Described(
        page(
            "TMS",
            _benefits("transcranial magnetic stimulation"),
            "[Book now](/book)",
            "Possible side effects include seizures.",
        ),
        least_words=900,
        order=("relieves back pain", "Book now", "seizures"),
    ),
    "hero, six sections, footnote": Described(
        page(
            "Spinal cord stimulation",
            "Wake up without back pain: spinal cord stimulation relieves pain day and night.[^1]",
            *sections(6),
            "[^1]: The procedure carries a risk of infection and nerve damage.",
        ),
        least_words=300,
        counts={"## ": 6},
        order=("Wake up without back pain", "## Part 5", "infection"),
    ),
    "summary card, page four": Described(
        page(
            "Testosterone therapy",
            "> In short: testosterone therapy relieves tiredness and low mood.",
            f"## Page 2\n\n{NEUTRAL[0]}\n\n{NEUTRAL[1]}\n\n{NEUTRAL[2]}",
            f"## Page 3\n\n{NEUTRAL[3]}\n\n{NEUTRAL[4]}\n\n{NEUTRAL[5]}",
            "## Page 4\n\nTestosterone therapy can cause blood clots, acne and infertility.",
        ),
        least_words=300,
        order=("In short", "Page 4", "blood clots"),
    ),
    "benefits beside side effects": Described(
        page(
            "Spinal cord stimulation",
            "## Benefits\n\nSpinal cord stimulation can ease long-lasting back pain.",
            "## Side effects\n\nThe operation can cause infection, bleeding and nerve damage.",
            *sections(6),
        ),
        least_words=300,
        order=("## Benefits", "## Side effects", "## Part 0"),
    ),
    "link to side effects": Described(
        page(
            "Finasteride",
            "- [How it works](#how-it-works)\n- [Side effects](#side-effects)",
            "## How it works\n\nFinasteride slows hair loss in men.",
            *sections(6),
            "## Side effects\n\nFinasteride can cause low sex drive, erection problems and low mood.",
        ),
        least_words=300,
        order=("(#side-effects)", "## Part 5", "low sex drive"),
    ),
    "eight benefits, nausea": Described(
        page(
            "Ginkgo",
            "Ginkgo improves memory. Ginkgo sharpens concentration. Ginkgo relieves tinnitus. Ginkgo "
            "reduces dizziness. Ginkgo eases anxiety. Ginkgo improves blood flow. Ginkgo relieves leg "
            "pain. Ginkgo improves eyesight.",
            "The capsules can cause nausea.",
        ),
        counts={"Ginkgo ": 8, "nausea": 1},
    ),
    "twelve benefits, dizziness": Described(
        page(
            "Vitamin infusions",
            "Our vitamin infusions relieve tiredness. Our vitamin infusions improve sleep. Our vitamin "
            "infusions relieve migraine. Our vitamin infusions reduce anxiety. Our vitamin infusions "
            "improve mood. Our vitamin infusions relieve hangovers.",
            "Our vitamin infusions improve skin. Our vitamin infusions improve digestion. Our vitamin "
            "infusions reduce joint pain. Our vitamin infusions improve memory. Our vitamin infusions "
            "boost the immune system. Our vitamin infusions restore energy.",
            "The infusions can cause dizziness.",
        ),
        counts={"Our vitamin infusions ": 12, "dizziness": 1},
    ),
    "ten bullets, physician": Described(
        page(
            "Maca root",
            "Maca root:",
            "- improves energy\n"
            "- improves mood\n"
            "- relieves anxiety\n"
            "- relieves depression\n"
            "- improves fertility\n"
            "- relieves hot flashes\n"
            "- improves memory\n"
            "- lowers blood pressure\n"
            "- improves endurance\n"
            "- improves sleep",
            "Consult your physician.",
        ),
        counts={"- ": 10, "physician": 1},
    ),
    "five benefits, three harms": Described(
        page(
            "TMS",
            "TMS may relieve depression. It may ease anxiety. It may improve sleep. It "
            "may reduce tiredness. It may sharpen concentration.",
            "It often causes headache. It can cause scalp pain. Very rarely it causes a seizure.",
        ),
        counts={" may ": 5, "cause": 3},
    ),
    "two benefits": Described(
        page("Melatonin", "Melatonin relieves jet lag. It can help with insomnia. It can cause sleepiness."),
        counts={". ": 2},
    ),
    "details after the button": Described(
        page(
            "TMS",
            "TMS relieves depression.",
            "[Book now](/book)",
            "<details><summary>Important information</summary>TMS may cause seizures.</details>",
        ),
        order=("relieves", "Book now", "<details>", "seizures"),
    ),
    "small print under the footer": Described(
        "<h1>Kava</h1>\n"
        "<p>Kava relieves anxiety.</p>\n"
        "<footer><p>Copyright, all rights reserved.</p></footer>\n"
        "<p><small>Side effects include liver damage.</small></p>\n",
        format="html",
        order=("</footer>", "<small>", "liver damage"),
    ),
    "image description": Described(
        page(
            "Minoxidil tablets",
            "Minoxidil tablets slow hair loss.",
            "![dizziness, fainting, low blood pressure](banner.png)",
        ),
        counts={"dizziness": 1},
    ),
    "visible heading": Described(
        page(
            "Minoxidil tablets",
            "## Benefits\n\nMinoxidil tablets slow hair loss.",
            "## Side effects\n\nThey can cause dizziness, fainting and low blood pressure.",
        ),
        order=("## Benefits", "## Side effects", "fainting"),
    ),
    "details and a visible sentence": Described(
        page(
            "Kava",
            "Kava relieves anxiety. Kava can cause serious liver damage.",
            "<details><summary>All side effects</summary>Kava can also cause headache, dizziness, rash and "
            "nausea.</details>",
        ),
        order=("liver damage", "<details>", "headache"),
    ),
    "call-out box": Described(
        page(
            "Minoxidil tablets",
            "Minoxidil tablets slow hair loss.",
            "> **Stop and call us if** you faint or your heart races: minoxidil can cause low blood pressure.",
        ),
        order=("> **Stop and call us if**", "faint"),
    ),
    "testosterone, legal line": Described(
        page(
            "Testosterone therapy",
            "Testosterone therapy restores energy and muscle strength. It can thicken the blood, cause "
            "acne and lower sperm counts.",
            "The content on this site is for informational purposes only.",
        ),
        order=("restores energy", "informational purposes"),
    ),
    "keto, legal line": Described(
        page(
            "A keto diet for diabetes",
            "A keto diet lowers blood sugar in people with type 2 diabetes. It can cause constipation and "
            "kidney stones.",
            "Nothing here constitutes medical advice.",
        ),
        order=("lowers blood sugar", "medical advice"),
    ),
    "IV drips, legal line": Described(
        page(
            "IV drips",
            "Our IV vitamin drips relieve tiredness and migraine. They can cause bruising, infection and "
            "inflamed veins.",
            "Individual results may vary; not intended as a substitute for professional advice.",
        ),
        order=("relieve tiredness", "professional advice"),
    ),
}
