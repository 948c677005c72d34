from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(TextChoices):
    """In what capacity somebody is in an edition; counted apart."""

    PARTICIPANT = "participant", _("participant")
    ENVIRONMENT = "environment", _("close environment")


class State(TextChoices):
    """Computed, never stored."""

    CANDIDATE = "candidate", _("candidate")
    QUALIFIED = "qualified", _("qualified, before the first support")
    PARTICIPANT = "participant", pgettext_lazy("state of a participation", "takes part")
    ENDED = "ended", _("ended")
    WITHDRAWN = "withdrawn", _("left before the first support")


class Education(TextChoices):
    """Levels of ISCED. The last three are what files of some calls say when they do not say more."""

    NONE = "isced_0", _("below primary (ISCED 0)")
    PRIMARY = "isced_1", _("primary (ISCED 1)")
    LOWER_SECONDARY = "isced_2", _("lower secondary (ISCED 2)")
    UPPER_SECONDARY = "isced_3", _("upper secondary (ISCED 3)")
    POST_SECONDARY = "isced_4", _("post-secondary (ISCED 4)")
    TERTIARY = "isced_5_8", _("higher (ISCED 5–8)")
    UP_TO_LOWER_SECONDARY = "isced_0_2", _("lower secondary or less (ISCED 0–2)")
    PRIMARY_OR_LOWER_SECONDARY = "isced_1_2", _("primary or lower secondary (ISCED 1–2)")
    UPPER_OR_POST_SECONDARY = "isced_3_4", _("upper or post-secondary (ISCED 3–4)")


class LabourStatus(TextChoices):
    UNEMPLOYED = "unemployed", _("unemployed")
    INACTIVE = "inactive", _("economically inactive")
    EMPLOYED = "employed", _("employed")


class LabourDetail(TextChoices):
    """What stands under a status; which are allowed under which: `rules.DETAILS`."""

    LONG_TERM = "long_term", _("long-term unemployed")
    OTHER_UNEMPLOYED = "other_unemployed", _("other unemployed")
    NOT_IN_EDUCATION = "not_in_education", _("not in education or training")
    IN_EDUCATION = "in_education", _("in education or training")
    OTHER_INACTIVE = "other_inactive", _("other inactive")
    SELF_EMPLOYED = "self_employed", _("self-employed")
    GOVERNMENT = "government", _("in state administration")
    LOCAL_GOVERNMENT = "local_government", _("in local government, outside schools")
    NGO = "ngo", _("in a non-governmental organisation")
    SMALL_COMPANY = "small_company", _("in a micro, small or medium company")
    LARGE_COMPANY = "large_company", _("in a large company")
    HEALTH_CARE = "health_care", _("in health care")
    SCHOOL_TEACHING = "school_teaching", _("in a school, teaching staff")
    SCHOOL_OTHER = "school_other", _("in a school, other staff")
    SCHOOL_HEAD = "school_head", _("in a school, management")
    UNIVERSITY = "university", _("at a university")
    SCIENCE_INSTITUTE = "science_institute", _("in a scientific institute")
    RESEARCH_INSTITUTE = "research_institute", _("in a research institute")
    LUKASIEWICZ = "lukasiewicz", _("in an institute of the Łukasiewicz network")
    INTERNATIONAL_INSTITUTE = "international_institute", _("in an international scientific institute")
    FEDERATION = "federation", _("for a federation of higher education and science")
    STATE_BODY = "state_body", _("for a state legal person")
    OTHER_EMPLOYED = "other_employed", _("employed elsewhere")


class AgreementKind(TextChoices):
    AGREEMENT = "agreement", _("agreement of participation")
    DECLARATION = "declaration", _("declaration of participation")
    SOCIAL_CONTRACT = "social_contract", _("social contract")


class PartOfLife(TextChoices):
    """What an assessment sheet looks at, one score each."""

    RELATIONS = "relations", _("relations")
    HOUSING = "housing", _("housing")
    MONEY = "money", _("money")
    INSTITUTIONS = "institutions", _("contact with institutions")
    EXPERIENCE = "experience", _("work experience")
    QUALIFICATIONS = "qualifications", _("qualifications")
    READINESS = "readiness", _("readiness for work")
    PREDISPOSITION = "predisposition", _("predisposition")
    DIGITAL = "digital", _("digital skills")
    HEALTH = "health", _("health")
    DISABILITY = "disability", _("disability")
    ADDICTION = "addiction", _("addiction")
    MOTIVATION = "motivation", _("motivation")
    SOCIAL_SKILLS = "social_skills", _("social skills")


class Missing(TextChoices):
    """What a participation lacks: the first two keep it from starting, the others from being counted or sent."""

    AGREEMENT = "agreement", _("the agreement")
    DECLARATION = "declaration", _("the declaration of entry")
    EDUCATION = "education", _("education")
    LABOUR_STATUS = "labour_status", _("status on the labour market")
    LABOUR_DETAIL = "labour_detail", _("detail of the status on the labour market")
    RESIDENCE = "residence", _("address of residence")
    FLAGS = "flags", _("answers to the sensitive questions")
    CONTACT = "contact", _("telephone or e-mail")
    EXIT = "exit", _("how it ended")
    FOLLOW_UP = "follow_up", _("the follow-up after four weeks")


class PaperState(TextChoices):
    """How far a paper of a participation is. Computed, never stored."""

    NOT_BEGUN = "not_begun", pgettext_lazy("state of a paper", "not begun")
    INCOMPLETE = "incomplete", pgettext_lazy("state of a paper", "begun, incomplete")
    DONE = "done", pgettext_lazy("state of a paper", "done")


class Cause(TextChoices):
    """Why there is a new version of an entry snapshot."""

    STARTED = "started", _("first support")
    MOVED = "moved", _("start moved")
    AMENDED = "amended", _("amended")


class SourceKind(TextChoices):
    """What restates a support received; `source_id` is its key there."""

    ACTIVITY = "activity", _("activity")
    INTERNSHIP = "internship", _("internship")
    STAY = "stay", _("stay in a flat")
    ADVICE = "advice", _("advice")
    IMPORT = "import", _("import")


class ExitReason(TextChoices):
    COMPLETED = "completed", _("completed as planned")
    WORK = "work", _("took up work")
    EDUCATION = "education", _("took up education")
    RESIGNED = "resigned", _("resigned")
    REMOVED = "removed", _("removed for breach of the rules")
    MOVED_AWAY = "moved_away", _("moved away")
    HEALTH = "health", _("health")
    DIED = "died", _("died")
    DUPLICATE = "duplicate", _("entered twice")
    OTHER = "other", _("other reason")


class Situation(TextChoices):
    """What has changed for the person up to four weeks after the end; the immediate results."""

    SEEKING_WORK = "seeking_work", _("seeks work")
    IN_EDUCATION = "in_education", _("in education or training")
    QUALIFICATION = "qualification", _("gained a qualification")
    COMPETENCE = "competence", _("gained a competence")
    EMPLOYED = "employed", _("works, self-employment included")
    IMPROVED = "improved", _("social situation improved")
    NO_CHANGE = "no_change", _("no change")
    UNKNOWN = "unknown", _("not known")
