"""The authorities that the rules rest on.

`accessed` is the month in which the page was last read. It is empty where the page itself was not opened and
its content is known from a copy or from general knowledge: check such a source before you quote it.
"""

from __future__ import annotations

from healthlint.api import Source

_READ = "2026-11"


def _cfr_202(section: str) -> Source:
    return Source(
        "US Food and Drug Administration",
        "21 CFR 202.1: Prescription-drug advertisements",
        "https://www.ecfr.gov/current/title-21/section-202.1",
        section,
    )


def _discern(question: int, topic: str) -> Source:
    return Source(
        "University of Oxford",
        "DISCERN: quality criteria for consumer health information on treatment choices",
        "https://www.ndph.ox.ac.uk/research/research-groups/applied-health-research-unit-ahru/discern/"
        "quick-reference-guide",
        f"Question {question}: {topic}",
        _READ,
    )


def _health_news_review(section: str) -> Source:
    return Source(
        "HealthNewsReview.org",
        "Review criteria for health news stories and news releases",
        "https://www.healthnewsreview.org/about-us/review-criteria/",
        section,
        _READ,
    )


def _hon(principle: int, topic: str) -> Source:
    return Source(
        "Health On the Net Foundation",
        "HONcode: principles for medical and health websites",
        "https://www.hon.ch/HONcode/",
        f"Principle {principle}: {topic}",
        _READ,
    )


CFR_202_FAIR_BALANCE = _cfr_202("(e)(5)(ii) fair balance and (e)(7)(viii) prominence of risk information")
CFR_202_COMPARATIVE = _cfr_202("(e)(6)(i) better or safer claims without substantial evidence")
CFR_312_7 = Source(
    "US Food and Drug Administration",
    "21 CFR 312.7: Promotion of investigational drugs",
    "https://www.ecfr.gov/current/title-21/section-312.7",
    "(a) no claim that an investigational drug is safe or effective",
)
CFR_101_93 = Source(
    "US Food and Drug Administration",
    "21 CFR 101.93: Statements made for dietary supplements",
    "https://www.ecfr.gov/current/title-21/section-101.93",
    "(b)-(e) text and placement of the notice, (f)-(g) structure/function and disease claims",
)
FDA_RISK_INFORMATION = Source(
    "US Food and Drug Administration",
    "Presenting Risk Information in Prescription Drug and Medical Device Promotion (draft guidance, 2009)",
    "https://www.fda.gov/regulatory-information/search-fda-guidance-documents/"
    "presenting-risk-information-prescription-drug-and-medical-device-promotion",
    accessed=_READ,
)
FDA_MAJOR_STATEMENT = Source(
    "US Food and Drug Administration",
    "Presentation of the major statement in a clear, conspicuous and neutral manner (88 FR 80958, 2023)",
    "https://www.federalregister.gov/documents/2023/11/21/2023-25428/",
    accessed=_READ,
)
FDA_UNAPPROVED_USES = Source(
    "US Food and Drug Administration",
    "Communications from firms to health care providers regarding scientific information on unapproved uses",
    "https://www.fda.gov/regulatory-information/search-fda-guidance-documents/"
    "communications-firms-health-care-providers-regarding-scientific-information-unapproved-uses",
    accessed=_READ,
)
FDA_COMPOUNDED_KETAMINE = Source(
    "US Food and Drug Administration",
    "Potential risks associated with compounded ketamine products (alert of 10 October 2023)",
    "https://www.fda.gov/drugs/human-drug-compounding/fda-warns-patients-and-health-care-providers-about-"
    "potential-risks-associated-compounded-ketamine",
)
FDA_UNAPPROVED_GLP1 = Source(
    "US Food and Drug Administration",
    "FDA's concerns with unapproved GLP-1 drugs used for weight loss",
    "https://www.fda.gov/drugs/postmarket-drug-safety-information-patients-and-providers/"
    "fdas-concerns-unapproved-glp-1-drugs-used-weight-loss",
    "Compounded drugs are not approved; warning letters to telehealth sellers, 2025 and 2026",
)
FDA_HEALTH_FRAUD = Source(
    "US Food and Drug Administration",
    "Health fraud scams: six tip-offs to rip-offs",
    "https://www.fda.gov/consumers/health-fraud-scams",
)
SPRAVATO_LABEL = Source(
    "DailyMed, US National Library of Medicine",
    "Spravato (esketamine) nasal spray: prescribing information",
    "https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=d81a6a79-a74a-44b7-822c-0dfa3036eaed",
    "Boxed warning; restricted programme with monitoring for at least two hours",
)
DRUG_LABELS = Source(
    "openFDA",
    "Drug labelling: boxed warnings, indications, controlled-substance schedules",
    "https://open.fda.gov/apis/drug/label/",
)
FTC_HEALTH_PRODUCTS = Source(
    "US Federal Trade Commission",
    "Health Products Compliance Guidance (2022)",
    "https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance",
    accessed=_READ,
)
FTC_ENDORSEMENTS = Source(
    "US Federal Trade Commission",
    "16 CFR Part 255: Guides concerning the use of endorsements and testimonials in advertising",
    "https://www.ecfr.gov/current/title-16/part-255",
    "255.2 consumer endorsements",
)
FTC_GUT_CHECK = Source(
    "US Federal Trade Commission",
    "Gut check: seven weight-loss claims that cannot be true",
    "https://www.ftc.gov/news-events/blogs/business-blog/2014/04/time-gut-check",
    accessed=_READ,
)
NAD_HEALTH_LITE = Source(
    "BBB National Programs, National Advertising Division",
    "Health-lite claims: 'helps' and 'may' do not lower the evidence that an advertiser needs (2024)",
    "https://bbbprograms.org/media-center/bd/insights/2024/03/14/health-lite-claims",
    accessed=_READ,
)
CRANE_2023 = Source(
    "JAMA Network Open",
    "Crane, DiStefano, Moore: False or misleading claims in online direct-to-consumer ketamine advertising in "
    "Maryland (2023;6:e2342210)",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC10630893/",
    "False approval claims, claims of no addiction, missing risks on 26 sites",
    _READ,
)
CAP_12 = Source(
    "UK Committee of Advertising Practice",
    "CAP Code, section 12: Medicines, medical devices, health-related and beauty products",
    "https://www.asa.org.uk/type/non_broadcast/code_section/12.html",
)
MHRA_BLUE_GUIDE = Source(
    "UK Medicines and Healthcare products Regulatory Agency",
    "Blue Guide: advertising and promotion of medicines in the UK",
    "https://www.gov.uk/government/publications/blue-guide-advertising-and-promoting-medicines",
    "Chapter 5: advertising to the public",
    _READ,
)
AHPRA_ADVERTISING = Source(
    "Australian Health Practitioner Regulation Agency",
    "Guidelines for advertising a regulated health service: check and correct examples",
    "https://ahpra.gov.au/Publications/Advertising-resources/Check-and-correct/All-professions-examples.aspx",
    "National Law, section 133",
    _READ,
)
TGA_ADVERTISING_CODE = Source(
    "Australian Therapeutic Goods Administration",
    "Therapeutic Goods Advertising Code (2021) and how it applies",
    "https://www.tga.gov.au/how-we-regulate/advertising/applying-advertising-code",
    "Accurate, balanced and safe advertising",
    _READ,
)
DISCERN_SOURCES = _discern(4, "sources of information")
DISCERN_UNCERTAINTY = _discern(8, "areas of uncertainty")
DISCERN_RISKS = _discern(11, "risks of each treatment")
DISCERN_SHARED_DECISIONS = _discern(15, "support for shared decisions")
HNR_BENEFITS = _health_news_review("Criterion 2: benefits are quantified")
HNR_HARMS = _health_news_review("Criterion 3: harms are explained and quantified")
HNR_EVIDENCE = _health_news_review("Criterion 4: quality of the evidence")
HNR_DISEASE_MONGERING = _health_news_review("Criterion 5: no disease-mongering")
HNR_AVAILABILITY = _health_news_review("Criterion 8: availability of the treatment")
HNR_SENSATIONAL = _health_news_review("News releases, criterion 10: no unjustifiable, sensational language")
HNR_SEVEN_WORDS = Source(
    "HealthNewsReview.org",
    "Schwitzer: seven words you shouldn't use in medical news",
    "https://www.healthnewsreview.org/2013/03/curating-the-use-of-cure-in-aids-news-stories/",
    accessed=_READ,
)
SUPERLATIVES_2016 = Source(
    "JAMA Oncology",
    "Abola, Prasad: The use of superlatives in cancer research (2016;2:139-141)",
    "https://jamanetwork.com/journals/jamaoncology/fullarticle/2464965",
    accessed=_READ,
)
JAMA_BENCHMARKS = Source(
    "JAMA",
    "Silberg et al.: Assessing, controlling, and assuring the quality of medical information on the Internet",
    "https://jamanetwork.com/journals/jama/article-abstract/415407",
    "Benchmark: attribution (1997;277:1244-1245)",
    _READ,
)
QUEST = Source(
    "BMC Medical Informatics and Decision Making",
    "The QUality Evaluation Scoring Tool (QUEST) for online health information (2018;18:87)",
    "https://bmcmedinformdecismak.biomedcentral.com/articles/10.1186/s12911-018-0668-9",
    "Attribution",
    _READ,
)
HON_COMPLEMENTARITY = _hon(2, "information supports, and does not replace, the relation with a doctor")
HON_ATTRIBUTION = _hon(4, "sources and dates")
NHS_HEALTH_WRITING = Source(
    "NHS digital service manual",
    "A to Z of NHS health writing",
    "https://service-manual.nhs.uk/content/a-to-z-of-nhs-health-writing",
    accessed=_READ,
)
NHS_CONTENT_STANDARD = Source(
    "NHS digital service manual",
    "Standard for creating health content",
    "https://service-manual.nhs.uk/content/standard-for-creating-health-content",
    accessed=_READ,
)
CDC_CLEAR_COMMUNICATION = Source(
    "US Centers for Disease Control and Prevention",
    "Clear Communication Index",
    "https://www.cdc.gov/ccindex/",
    "State of the science: say what is known and what is not",
)
GRADE_26 = Source(
    "Journal of Clinical Epidemiology",
    "GRADE guidelines 26: informative statements to communicate the findings of systematic reviews (2020)",
    "https://pubmed.ncbi.nlm.nih.gov/31711912/",
    accessed=_READ,
)
VERB_CERTAINTY = Source(
    "Cochrane Colloquium, Madrid 2011",
    "Wording of graded evidence statements and recommendations: how sure readers take each verb to be",
    "https://abstracts.cochrane.org/2011-madrid/wording-graded-evidence-statements-and-recommendations",
    accessed=_READ,
)
SUMNER_2014 = Source(
    "BMJ",
    "Sumner et al.: The association between exaggeration in health related science news and academic press "
    "releases (2014;349:g7015)",
    "https://www.bmj.com/content/349/bmj.g7015",
    accessed=_READ,
)


def _plain_language(title: str, path: str, section: str = "") -> Source:
    return Source(
        "US General Services Administration",
        f"Federal plain language guidelines: {title}",
        f"https://www.plainlanguage.gov/guidelines/{path}/",
        section,
        _READ,
    )


MEDLINEPLUS_WRITING = Source(
    "MedlinePlus, US National Library of Medicine",
    "How to write easy-to-read health materials",
    "https://medlineplus.gov/etr.html",
    "Aim for a reading level of about grade 6 to 7",
    _READ,
)
NHS_HOW_WE_WRITE = Source(
    "NHS digital service manual",
    "How we write",
    "https://service-manual.nhs.uk/content/how-we-write",
    "Reading age of 9 to 11, sentences of up to 20 words, paragraphs of up to 3 sentences",
    _READ,
)
PIF_READING_AGE = Source(
    "Patient Information Forum",
    "Reading age of patient information, in the backlog of the NHS service manual",
    "https://github.com/nhsuk/nhsuk-service-manual-community-backlog/issues/258",
    "Reading age of 9 to 11",
    _READ,
)
AHRQ_READING_LEVEL = Source(
    "US Agency for Healthcare Research and Quality",
    "Health literacy: the grade 6 level that the AMA and the NIH advise",
    "https://www.ahrq.gov/health-literacy/",
)
PLAIN_LANGUAGE_SENTENCES = _plain_language("write short sentences", "concise/write-short-sentences")
PLAIN_LANGUAGE_PARAGRAPHS = _plain_language(
    "write short paragraphs",
    "concise/write-short-paragraphs",
    "150 words, three to eight sentences, never over 250",
)
PLAIN_LANGUAGE_POSITIVE = _plain_language("use positive language", "concise/use-positive-language")
PLAIN_LANGUAGE_WORDS = _plain_language("use simple words and phrases", "words/use-simple-words-phrases")
