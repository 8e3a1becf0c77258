"""Pages for the listed examples on readability."""

from __future__ import annotations

from collections.abc import Mapping

from tests.rules.pages import NEUTRAL, Described, page

_DENSE = (
    "The administration of pharmacological agents in individuals with persistent hypertension necessitates "
    "a comprehensive evaluation of cardiovascular and renal parameters, together with concurrent therapies.",
    "Antihypertensive administration should be initiated gradually, because precipitous reductions in "
    "arterial pressure may compromise cerebral perfusion, particularly in elderly individuals with "
    "established disease.",
    "Pharmacological interactions constitute a significant consideration whenever additional preparations "
    "are introduced, and the clinician responsible for administration should document every modification.",
    "Individuals experiencing symptomatic hypotension subsequent to administration require immediate "
    "evaluation, and the pharmacological regimen should be reconsidered if the deterioration is persistent.",
    "Longitudinal observation of hypertension demonstrates that adherence deteriorates progressively, which "
    "necessitates periodic educational intervention and collaborative simplification of the regimen.",
)
_ALS = (
    "Amyotrophic lateral sclerosis makes muscles weak over time. The nerve cells that tell the muscles to "
    "move stop working, one group after another. Nobody can say why this happens to some people and not to "
    "others, though it runs in the family of about one person in ten.",
    "The first sign of amyotrophic lateral sclerosis is often a weak hand or a foot that drags on the "
    "stairs. A doctor will test your strength and your reflexes, and may ask for a scan to rule out other "
    "possible causes.",
    "People with amyotrophic lateral sclerosis get help from a team. A specialist nurse, a dietitian and a "
    "speech therapist work with the doctor to keep you safe, well fed and able to talk for as long as "
    "possible.",
    "Living with the disease is hard for families too, so ask the team about a break for the people who "
    "care for you, and about financial help with aids for the house.",
    "There is no cure for amyotrophic lateral sclerosis yet. Medicines can slow it down a little, and most "
    "of the care is about comfort, so tell the team early what matters to you.",
)


def _dense_page(listed: str = "") -> Described:
    return Described(
        page("Blood pressure medicines", f"{listed} {_DENSE[0]} {_DENSE[1]}", *_DENSE[2:]), least_words=100
    )


DOCUMENTS: Mapping[str, Described] = {
    "dense page": Described(
        page("Blood pressure medicines", *(f"{paragraph} {paragraph}" for paragraph in (*_DENSE, *_DENSE))),
        least_words=400,
        counts={"hypertension": 8, "administration": 16},
    ),
    "page on stomach trouble": _dense_page(
        "Individuals experiencing persistent gastrointestinal discomfort subsequent to administration "
        "should seek consultation with an appropriately qualified clinician."
    ),
    "page on blood fats": _dense_page(
        "The pharmacological management of hyperlipidaemia necessitates longitudinal adherence monitoring "
        "and periodic biochemical surveillance."
    ),
    "page on ALS": Described(
        page("Living with amyotrophic lateral sclerosis", *_ALS),
        least_words=180,
        counts={"myotrophic lateral sclerosis": 5},
    ),
    "210 words": Described(
        "Take one tablet with a glass of water in the evening, at about the same hour each day, and do not "
        "chew it, because the coat keeps the drug from the acid of your stomach. If you forget a dose, take "
        "it when you think of it, unless the next one is due within eight hours, and never take two at once "
        "to make up for it. Some people feel sick in the first week, some have a dry mouth or loose stools, "
        "and a few find that their sleep is light and full of dreams. These effects mostly pass within a "
        "month, but tell your doctor about a rash, about a fast heartbeat, or if your skin or eyes turn "
        "yellow, and do not wait for the next visit if your face or throat begins to swell. Keep the "
        "tablets in their box in a dry place below 25 degrees, away from the window and the stove, where no "
        "child can see or reach them, and do not put them in another bottle, since the box protects them "
        "from light. Do not use them after the date on the box, do not flush what is left down the toilet, "
        "and take old tablets back to the pharmacy, which will get rid of them for you at no cost, as it "
        "does with all other medicines.\n",
        least_words=210,
    ),
    "nine sentences": Described(
        "You may feel sore for a week. Rest when you are tired. Walk a little each day. Keep the wound dry. "
        "Change the dressing when it is wet. Do not drive yet. Do not lift a full bag. Eat what you like. "
        "Call us if you have a fever.\n",
    ),
    "long answer": Described(
        "## Can I fly after the operation?\n\nYou can fly as soon as you can sit in a seat for the length "
        "of the journey without pain, which most people manage after about two weeks, though airlines have "
        "rules of their own and some of them ask for a letter from the surgeon, so look at the website of "
        "the airline before you book and again a few days before you leave. Long flights make clots in the "
        "legs more likely, above all in the first six weeks, and it helps to get up every hour, to move "
        "your feet in circles while you sit, to drink water rather than wine, and to wear the tight socks "
        "that the ward gave you when you went home, unless a nurse has told you not to. Ask for a seat on "
        "the aisle when you check in, put the bag with your medicines under the seat in front of you and "
        "not in the hold, and take enough for two days more than you plan to be away, in case the flight "
        "home is late or you have to stay on for some other reason.\n",
        least_words=180,
    ),
    "three paragraphs": Described("\n\n".join(NEUTRAL[:3]) + "\n", least_words=150),
    "140 words": Described(
        "The night before the test, eat a light meal and go to bed early, so that you are rested when we "
        "ring you in the morning to tell you the time. You may drink clear tea or water until two hours "
        "before you come, but no milk, no juice with bits in it and nothing that has bubbles. Take your "
        "usual tablets with a sip of water unless the letter tells you to leave one out. Bring the letter, "
        "a list of the things that you take and a friend who can see you home, since you must not drive for "
        "the rest of the day. A nurse will meet you at the desk, show you where to change and stay with you "
        "while the doctor has a look. Most people are home again by noon and go back to work on the next "
        "day.\n",
        least_words=140,
    ),
}
