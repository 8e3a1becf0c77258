"""Articles made from templates, the same on every machine: the corpus of the benchmark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

SUBJECTS = (
    "ketamine", "semaglutide", "metformin", "ibuprofen", "turmeric", "magnesium", "sertraline", "melatonin",
    "psilocybin", "testosterone gel", "a statin", "vitamin D", "St John's wort", "prednisolone",
    "botulinum toxin", "physiotherapy", "acupuncture", "an iron supplement", "light therapy", "naltrexone",
    "omega-3", "collagen",
)  # fmt: skip
CONDITIONS = (
    "depression", "type 2 diabetes", "migraine", "asthma", "high blood pressure", "chronic pain", "eczema",
    "insomnia", "osteoarthritis", "anxiety", "obesity", "hay fever", "heart failure", "psoriasis", "fatigue",
    "irritable bowel syndrome", "a frozen shoulder", "hot flushes", "restless legs", "gout",
)  # fmt: skip
PEOPLE = ("adults", "people over 65", "women in the menopause", "young people", "patients", "nurses", "carers")
PLACES = ("clinic", "ward", "surgery", "pharmacy", "laboratory", "hospital", "health centre")
HARMS = ("nausea", "dizziness", "a dry mouth", "headache", "raised blood pressure", "a rash", "drowsiness")
NUMBERS = ("three", "six", "twelve", "20", "45", "120", "403", "1,150")

PLAIN = (
    "The {place} opens at eight, and the first visit takes about {number} minutes.",
    "Bring a list of everything you take, including what you buy without a prescription.",
    "The {place}'s staff wrote to 2.4% of the {people} on the list, i.e. those who hadn't answered by May.",
    "Most {people} who come to the {place} have been ill for more than {number} weeks.",
    "The leaflet explains what the letters and figures on the label mean.",
    "Some {people} keep a diary of meals, sleep and mood, which makes patterns easier to see.",
    "A nurse measures your height and weight and asks about earlier illnesses in the family.",
    "In winter the {place} moves its evening hours to {number} in the afternoon.",
    "Results are usually ready within {number} days; you can read them on the portal.",
    "Nobody at the {place} can say in advance how long the wait will be.",
    "Guidelines were last revised in 2023 and will be looked at again after {number} months.",
    "The study ran in {number} {place}s, and the people who took part chose their own times.",
    "Parking is limited, so the {place} asks visitors to come by bus where they can.",
    "What the body does with {subject} depends on age, kidneys and other medicines.",
    "Letters to the editor asked why {people} had been left out of the first report.",
    "Tablets are kept in their box, away from heat, and never in the bathroom.",
    "Two of the {number} questions are about work, and one is about the journey to it.",
    "Staff at the {place} speak several languages, and an interpreter can join by telephone.",
    "The report counts visits, not people, so one person may stand in it more than once.",
    "Prices differ between countries, and the {place} cannot change them.",
)
CLAIMS = (
    "{Subject} may help some {people} with {condition}, though the trials were small.",
    "{Subject} relieves {condition} in a matter of days.",
    "Many {people} say that {subject} eased their {condition} when nothing else had.",
    "In a trial of {number} {people}, {condition} eased in 41% of those given {subject} and in 29% of others.",
    "The company that sells it claims that {subject} prevents {condition}.",
    "Studies show that {subject} is effective for {condition}.",
    "There is no good evidence that {subject} cures {condition}.",
    "{Subject} is a proven treatment for {condition}, and it works fast.",
    "Whether {subject} lowers the risk of {condition} is not known.",
    "Doctors sometimes prescribe {subject} off-label for {condition}.",
    "Our patients feel better and sleep longer after {number} sessions of {subject}.",
    "Nothing that was offered to them, {subject} included, improved their {condition} for long.",
)
CARE = (
    "Side effects of {subject} include {harm}, {harm2} and, in one person in {number}, worse.",
    "Call your doctor or pharmacist if {harm} lasts more than {number} days.",
    "Do not stop {subject} without talking to the doctor who prescribed it.",
    "{Subject} should be given only where trained staff can monitor blood pressure and breathing.",
    "Tell the {place} if you are pregnant, breastfeeding or allergic to any medicine.",
    "This page is for information and does not replace medical advice.",
)
HEADINGS = (
    "What {subject} is", "How it is used for {condition}", "What {people} ask", "Before you start",
    "Side effects of {subject}", "What the research says", "At the {place}", "When to get help",
)  # fmt: skip

COUNT = 1_000
WORDS = 700


def article(number: int, words: int = WORDS) -> str:
    """One Markdown article; the same number always gives the same text."""
    random = Random(number)
    subject, condition = random.choice(SUBJECTS), random.choice(CONDITIONS)
    parts = [_front_matter(random, subject, condition)] if number % 3 == 0 else []
    parts.append(f"# {_filled('What to know about {subject} and {condition}', random, subject, condition)}")
    while sum(len(part.split()) for part in parts) < words:
        parts.append("## " + _filled(random.choice(HEADINGS), random, subject, condition))
        parts.extend(_section(random, subject, condition))
    return "\n\n".join(parts) + "\n"


def _front_matter(random: Random, subject: str, condition: str) -> str:
    title = _filled("{subject} for {condition}: a guide", random, subject, condition)
    return f'---\ntitle: "{title}"\nauthor: Editorial team\ndate: 2025-0{random.randint(1, 9)}-14\n---'


def _section(random: Random, subject: str, condition: str) -> Iterator[str]:
    for _ in range(random.randint(1, 3)):
        kinds = [random.choices((PLAIN, CLAIMS, CARE), (70, 18, 12))[0] for _ in range(random.randint(2, 5))]
        yield " ".join(_filled(random.choice(kind), random, subject, condition) for kind in kinds)
    if random.random() < 0.3:
        chosen = random.sample(PLAIN + CARE, 3)
        yield "\n".join("- " + _filled(each, random, subject, condition) for each in chosen)
    if random.random() < 0.15:
        place, page = random.choice(PLACES), random.randint(100, 999)
        yield f"See [the {place} pages](https://example.org/{page}) for more."


def _filled(template: str, random: Random, subject: str, condition: str) -> str:
    if random.random() < 0.4:
        subject = random.choice(SUBJECTS)
    text = template.format(
        subject=subject,
        Subject=subject[0].upper() + subject[1:],
        condition=condition if random.random() < 0.7 else random.choice(CONDITIONS),
        people=random.choice(PEOPLE),
        place=random.choice(PLACES),
        harm=random.choice(HARMS),
        harm2=random.choice(HARMS),
        number=random.choice(NUMBERS),
    )
    return text[0].upper() + text[1:]


def write(folder: Path, count: int = COUNT) -> list[Path]:
    """Write the articles into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"article-{number:05}.md" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(article(number), encoding="utf-8")
    return paths
