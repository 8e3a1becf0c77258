"""Outcomes that an effect goes with against their own value: a lower pressure, a higher tolerance."""

from __future__ import annotations

REACH = 9
"""How many words behind an effect its outcome may stand."""

LOWERED = frozenset(
    "blood pressure|cholesterol|cholesterol level|cholesterol levels|blood cholesterol|blood sugar|blood sugar "
    "levels|blood glucose|blood glucose levels|glucose levels|weight|body weight|appetite|cortisol|cortisol "
    "levels|stress|stress levels|heart rate|acidity|insulin|insulin levels|estrogen levels|hormone levels|"
    "triglycerides|body fat|fat|tolerance|stress response|immune response".split("|")
)
"""Measures that are better when they are lower."""

RAISED = frozenset(
    "weight loss|fat loss|elimination|detoxification|detox|hair loss|tolerance|appetite".split("|")
)
"""Processes that are better when there is more of them, or that are raised like good ones."""
