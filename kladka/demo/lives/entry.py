"""What the invented say of themselves when they join: plausible, seeded, and free to refuse an answer."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from kladka.demo.invention import Invented
from kladka.participation.choices import Education, LabourDetail, LabourStatus
from kladka.participation.rules import EntryFacts
from kladka.people.choices import Answer

SCHOOL_AGE, RETIRED = 18, 65
PARENTS = range(22, 50)
# Shares of the invented; nothing of this kind was published.
WITH_CHILDREN, WITHOUT_WORK_AT_HOME, SEEKING_NO_WORK, WORKING, REGISTERED = 0.4, 0.45, 0.35, 0.2, 0.8
LONG = 12  # months
EDUCATION = (
    (Education.LOWER_SECONDARY, 3),
    (Education.UPPER_SECONDARY, 6),
    (Education.POST_SECONDARY, 1),
    (Education.TERTIARY, 2),
)
FLAGS = {"has_disability": 0.22, "homeless": 0.05, "minority": 0.02, "other_disadvantage": 0.35}
REFUSES = 0.03


def entry_facts(random: Random, who: Invented, *, on: date) -> EntryFacts:
    age = (on - who.birth_date).days // 365
    facts = EntryFacts(
        education=random.choices([one for one, _ in EDUCATION], [weight for _, weight in EDUCATION])[0],
        labour_status=LabourStatus.INACTIVE,
        labour_detail=LabourDetail.OTHER_INACTIVE,
        with_dependent_children=age in PARENTS and random.random() < WITH_CHILDREN,
        jobless_household=random.random() < WITHOUT_WORK_AT_HOME,
    )
    if age < SCHOOL_AGE:
        return _at_school(facts, on=on)
    if age >= RETIRED or random.random() < SEEKING_NO_WORK:
        return facts
    return _at_work(facts) if random.random() < WORKING else _without_work(random, facts, on=on)


def _at_school(facts: EntryFacts, *, on: date) -> EntryFacts:
    return replace(
        facts,
        education=Education.PRIMARY,
        labour_detail=LabourDetail.IN_EDUCATION,
        education_planned_end=date(on.year + 2, 6, 30),
    )


def _at_work(facts: EntryFacts) -> EntryFacts:
    return replace(
        facts,
        labour_status=LabourStatus.EMPLOYED,
        labour_detail=LabourDetail.SMALL_COMPANY,
        occupation="sprzedawca",
        employer="Sklep Pod Kasztanem",
        jobless_household=False,
    )


def _without_work(random: Random, facts: EntryFacts, *, on: date) -> EntryFacts:
    months = random.randint(1, 60)
    return replace(
        facts,
        labour_status=LabourStatus.UNEMPLOYED,
        labour_detail=LabourDetail.LONG_TERM if months > LONG else LabourDetail.OTHER_UNEMPLOYED,
        is_registered=random.random() < REGISTERED,
        unemployed_since=on - timedelta(days=30 * months),
    )


def entry_flags(random: Random, who: Invented) -> dict[str, str]:
    """Answers to the sensitive questions."""
    flags = {name: _answer(random, share) for name, share in FLAGS.items()}
    return {**flags, "foreign_origin": Answer.YES if who.from_abroad else Answer.NO}


def _answer(random: Random, share: float) -> str:
    if random.random() < REFUSES:
        return Answer.REFUSED
    return Answer.YES if random.random() < share else Answer.NO
