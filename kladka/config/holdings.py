"""What each module holds of a person: how its rows meet when two records become one, and what is exported.

A table with a key to a person has a `Holding` of its own, with the ways in which a row is made to fit; whatever hangs
from such a row only has to be named, so that the export finds it. A test names what is missing here.
"""

from kladka.activities import models as activities
from kladka.imports import models as imports
from kladka.indicators import models as indicators
from kladka.messages import models as messages
from kladka.papers import models as papers
from kladka.participation import merging as participations
from kladka.participation import models as participation
from kladka.people import merging
from kladka.people import models as people
from kladka.people.holdings import Holding, Holdings, hang
from kladka.recruitment import merging as applications
from kladka.recruitment import models as recruitment
from kladka.reporting import models as reporting

OF_APPLICATION, OF_PARTICIPATION = "application__person", "participation__person"

HOLDINGS: Holdings = {
    "people": [
        Holding(model=people.Involvement, absorb=merging.widen),
        Holding(model=people.Contact, fits=[merging.not_preferred]),
        Holding(model=people.PersonAddress, fits=[merging.closed_before], absorb=merging.close_earlier),
        Holding(model=people.Guardian),
        Holding(model=people.PersonLink),
        Holding(model=people.PersonLink, to="other"),
        Holding(model=people.SensitiveTraits, absorb=merging.complete_traits),
        Holding(model=people.Need),
        Holding(model=people.Consent),
        Holding(model=people.Alias),
        Holding(model=people.Merge),
        Holding(model=people.Resemblance, to="first", absorb=merging.keep_apart),
        Holding(model=people.Resemblance, to="second", absorb=merging.keep_apart),
    ],
    "messages": [Holding(model=messages.Message)],
    "papers": [Holding(model=papers.Printed)],
    "recruitment": [
        Holding(
            model=recruitment.Application,
            rivals=applications.rivals,
            ends=applications.withdraw_as_duplicate,
            fits=[applications.close_to_nobody],
        ),
        Holding(model=recruitment.Application, to="related_to", fits=[applications.close_to_nobody]),
        *hang(
            OF_APPLICATION,
            recruitment.Appeal,
            recruitment.Card,
            recruitment.Conflict,
            recruitment.Decision,
            recruitment.Draft,
            recruitment.GroundClaim,
            recruitment.MissingThing,
            recruitment.Promotion,
            recruitment.RankingEntry,
            recruitment.Ruling,
        ),
        *hang("card__application__person", recruitment.CriterionResult),
    ],
    "participation": [
        Holding(
            model=participation.Participation,
            rivals=participations.rivals,
            ends=participations.end_as_duplicate,
        ),
        *hang(
            OF_PARTICIPATION,
            participation.Agreement,
            participation.Amendment,
            participation.Diagnosis,
            participation.EntryDeclaration,
            participation.EntrySnapshot,
            participation.Exit,
            participation.FollowUp,
            participation.Outcome,
            participation.Plan,
            participation.SupportReceived,
        ),
        *hang("snapshot__participation__person", participation.EntryGround, participation.EntryTraits),
        *hang("diagnosis__participation__person", participation.DiagnosisScore),
        *hang("plan__participation__person", participation.PlanStep),
    ],
    "activities": [
        Holding(model=activities.Occupation),
        *hang(OF_PARTICIPATION, activities.Attendance, activities.GroupMembership, activities.SignUp),
    ],
    "indicators": hang(OF_PARTICIPATION, indicators.ManualDecision),
    "imports": hang(OF_PARTICIPATION, imports.ImportedRow),
    "reporting": hang(OF_PARTICIPATION, reporting.Verdict),
}
