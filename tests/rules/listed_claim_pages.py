"""Pages for the listed examples on approval and evidence."""

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.pages import NEUTRAL, Described, page, sections

DOCUMENTS: Mapping[str, Described] = {
    "label in paragraph fourteen": Described(
        page("Ketamine", "Ketamine lifts depression in hours.", *NEUTRAL, "This use is off-label."),
        least_words=250,
        counts={"\n\n": 14},
        order=("lifts depression", "off-label"),
    ),
    "label in the footer": Described(
        page(
            "Botox for clenching",
            "Botox stops clenching of the jaw.",
            *sections(6),
            "## Notices\n\nMasseter Botox is an unapproved use.",
        ),
        least_words=250,
        order=("Botox stops clenching", "## Notices", "unapproved"),
    ),
    "label in the questions": Described(
        page(
            "Propranolol",
            "Propranolol calms stage fright.",
            *sections(6),
            "## Questions\n\n### Is propranolol approved for this?\n\nIt is not approved for anxiety.",
        ),
        least_words=250,
        order=("calms stage fright", "## Questions", "not approved"),
    ),
    "off-label heading": Described(
        page(
            "Botox for the jaw",
            "## Off-label use of Botox for clenching\n\nBotox stops clenching of the jaw.",
            *sections(6),
        ),
        least_words=250,
        order=("## Off-label use", "Botox stops clenching"),
    ),
    "600 words, no link": Described(
        page(
            "Living with back pain",
            "As research shows, exercise reduces back pain. Yoga relieves back pain in 80% of patients.",
            *NEUTRAL,
            "In the same way, research shows that massage eases back pain for a few weeks.",
        ),
        least_words=600,
        counts={"research shows": 2, "80% of patients": 1, "http": 0},
    ),
    "five statistics": Described(
        page(
            "My keto year",
            "A keto diet reduces migraine attacks by 40%. It relieves heartburn in 6 of 10 people. It halves "
            "the risk of diabetes. It improves sleep in 70% of people. It clears acne in 55% of teenagers.",
            *NEUTRAL[:5],
        ),
        least_words=200,
        counts={"%": 3, "6 of 10": 1, "halves": 1, "http": 0},
    ),
    "a Harvard study, four times": Described(
        page(
            "Green tea and the heart",
            "Green tea lowers blood pressure, a Harvard study found. It also reduces cholesterol, "
            "according to a Harvard study.",
            *NEUTRAL[:5],
            "In a Harvard study, tea drinkers had 20% fewer strokes. They slept better too, a Harvard "
            "study showed.",
        ),
        least_words=200,
        counts={"Harvard": 4, "http": 0},
    ),
    "three linked trials": Described(
        page(
            "Semaglutide and weight",
            "In [STEP 1](https://doi.org/10.1056/NEJMoa2032183), 1,961 adults lost 14.9% of their weight "
            "on semaglutide and 2.4% on placebo. In [STEP 4](https://doi.org/10.1001/jama.2021.3224), "
            "people who changed to placebo after 20 weeks put 6.9% back on. In "
            "[SELECT](https://doi.org/10.1056/NEJMoa2307563), 6.5% on semaglutide and 8.0% on placebo had "
            "a heart attack or stroke, or died of one.",
            *NEUTRAL[:5],
        ),
        least_words=200,
        counts={"https://doi.org/": 3},
    ),
    "sources at the end": Described(
        page(
            "Treating depression",
            "Research shows that talking therapy eases depression. Studies show that exercise helps as "
            "well. Experts agree that the two go well together.",
            *NEUTRAL[:5],
            "Sources: NICE CG90; Cochrane 2021",
        ),
        least_words=200,
        order=("Research shows", "Sources: NICE CG90; Cochrane 2021"),
    ),
    "event notice": Described(
        page(
            "An evening about back pain",
            "On Thursday at seven the library invites everyone to an evening about back pain. Research "
            "shows that exercise reduces back pain, and studies show that it works best when it is fun. "
            "Experts agree that staying in bed makes it worse. Come and try six short exercises.",
            "Wear loose clothes and bring a mat if you have one. The doors open at half past six, and "
            "entry is free. There is room for fifty people, so please ring the library by Tuesday. Coffee, "
            "tea and cake are for sale in the break. The hall has a ramp and a hearing loop. The last bus "
            "to the station leaves at twenty to ten.",
        ),
        least_words=110,
        counts={"http": 0},
    ),
    "psilocybin, six benefits": Described(
        page(
            "Psilocybin",
            "Psilocybin relieves depression. Psilocybin eases anxiety. Psilocybin helps people stop "
            "smoking. Psilocybin relieves cluster headache. Psilocybin reduces heavy drinking. Psilocybin "
            "eases the fear of death.",
            "It can cause panic, nausea and a fast heartbeat.",
            *NEUTRAL[:10],
        ),
        least_words=500,
        counts={"Psilocybin ": 6},
    ),
    "stem cells, renewing tissue": Described(
        page(
            "Stem cell injections",
            "Our stem cell injections relieve knee arthritis. They ease hip pain and improve mobility. The "
            "treatment works by renewing tissue. It can cause infection and swelling.",
            *NEUTRAL[:5],
        ),
        least_words=200,
        counts={"works by renewing tissue": 1},
    ),
    "ketamine, benefits only": Described(
        page(
            "Ketamine",
            "Ketamine relieves depression within hours. It eases anxiety, lifts energy and improves sleep.",
            *NEUTRAL[:5],
        ),
        least_words=200,
    ),
    "long-term effects": Described(
        page(
            "Ketamine",
            "Ketamine may relieve depression within hours, but the long-term effects are still not well "
            "understood.",
            *NEUTRAL[:5],
        ),
        least_words=200,
        counts={"the long-term effects are still not well understood": 1},
    ),
    "not for everyone": Described(
        page(
            "TMS",
            "TMS relieves depression. It does not help everyone: about half of people see no change.",
            *NEUTRAL[:5],
        ),
        least_words=200,
        counts={"t does not help everyone: about half of people see no change": 1},
    ),
    "best dose": Described(
        page(
            "Psilocybin",
            "Psilocybin may relieve depression. So far we do not know which dose is best.",
            *NEUTRAL[:5],
        ),
        least_words=200,
        counts={"we do not know which dose is best": 1},
    ),
}
