"""Duties: which statements of an article oblige it to disclose risk, supervision and approval status.

An anchor is a sentence that claims or offers something of an intervention for a condition or function. The
first anchor of the gravest intervention is where a missing disclosure is reported.
"""

from __future__ import annotations

from dataclasses import replace

from healthlint import knowledge
from healthlint.analysis.duties.anchors import OFFER, Anchor, anchors
from healthlint.analysis.duties.duty import INVASIVE, Duty, grave, owed_for
from healthlint.analysis.duties.reports import news_duty, product_duty
from healthlint.analysis.duties.topic import main_interventions
from healthlint.document import Document, analysis

__all__ = [
    "INVASIVE",
    "OFFER",
    "Anchor",
    "Duty",
    "anchors",
    "grave",
    "main_interventions",
    "risk_duty",
    "supervision_duty",
]


@analysis
def risk_duty(document: Document) -> Duty | None:
    """The duty to name harms, or None where nothing in the document creates it."""
    marketing = document.profile.marketing
    if duty := owed_for(document, lambda record: grave(record, marketing)):
        return duty
    if marketing:
        return product_duty(document)
    return news_duty(document) if document.profile.name == "news" else None


@analysis
def supervision_duty(document: Document) -> Duty | None:
    """The duty to send the reader to a professional, or None where nothing creates it.

    Only an intervention of the high-risk class makes it a high one, not the way in which it is given.
    """
    marketing = document.profile.marketing
    duty = owed_for(document, lambda record: record.supervised or (marketing and _interacts(record)))
    return duty and replace(duty, high_risk=duty.anchor.intervention.high_risk)


def _interacts(record: knowledge.Intervention) -> bool:
    """Whether something that needs no prescription can still clash with medicines or harm if done badly."""
    return record.kind == "supplement" and not record.low_risk and "generic" not in record.classes
