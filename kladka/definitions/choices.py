"""What the tables of a programme file are called for people."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Section(TextChoices):
    EDITIONS = "editions", pgettext_lazy("table of a programme file", "Editions")
    AMENDMENTS = "amendments", pgettext_lazy("table of a programme file", "Amendments")
    PARTIES = "parties", pgettext_lazy("table of a programme file", "Organisations in their roles")
    AREAS = "areas", pgettext_lazy("table of a programme file", "Areas")
    SITES = "sites", pgettext_lazy("table of a programme file", "Places of the programme")
    TARGET_GROUPS = "target_groups", pgettext_lazy("table of a programme file", "Target groups")
    COMMUNITIES = "communities", pgettext_lazy("table of a programme file", "Communities")
    LOCAL_ACTIVITY_PROGRAMMES = (
        "local_activity_programmes",
        pgettext_lazy("table of a programme file", "Programmes of local activity"),
    )
    TEXTS = "texts", pgettext_lazy("table of a programme file", "Texts of the public page")
    CONTACTS = "contacts", pgettext_lazy("table of a programme file", "Contacts by role")
    MARKS = "marks", pgettext_lazy("table of a programme file", "Marks of the fund")
    TASKS = "tasks", pgettext_lazy("table of a programme file", "Tasks")
    STAGES = "stages", pgettext_lazy("table of a programme file", "Stages")
    STAFF = "staff", pgettext_lazy("table of a programme file", "Staff")
    SUPPORTS = "supports", pgettext_lazy("table of a programme file", "Kinds of support")
    QUOTAS = "quotas", pgettext_lazy("table of a programme file", "Quotas of units")
    OFFERS = "offers", pgettext_lazy("table of a programme file", "What can be joined")
    GROUPS = "groups", pgettext_lazy("table of a programme file", "Groups and clubs")
    WEEKLY_FRAMES = "weekly_frames", pgettext_lazy("table of a programme file", "Weekly frames")
    EVENTS = "events", pgettext_lazy("table of a programme file", "Open events")
    INITIATIVE_CALLS = "initiative_calls", pgettext_lazy("table of a programme file", "Calls for initiatives")
    ADVICE_POINTS = "advice_points", pgettext_lazy("table of a programme file", "Advice points")
    ADVICE_HOURS = "advice_hours", pgettext_lazy("table of a programme file", "Hours of advice")
    VOLUNTEER_CENTRES = "volunteer_centres", pgettext_lazy("table of a programme file", "Volunteer centres")
    TRAINING_FLATS = "training_flats", pgettext_lazy("table of a programme file", "Training flats")
    THERAPIES = "therapies", pgettext_lazy("table of a programme file", "Therapies")
    COURSES = "courses", pgettext_lazy("table of a programme file", "Courses")
    INTERNSHIPS = "internships", pgettext_lazy("table of a programme file", "Internships")
    BUDGETS = "budgets", pgettext_lazy("table of a programme file", "Budgets")
    SOURCES = "sources", pgettext_lazy("table of a programme file", "Sources of money")
    YEARLY_AMOUNTS = "yearly_amounts", pgettext_lazy("table of a programme file", "Amounts by year")
    BUDGET_LINES = "budget_lines", pgettext_lazy("table of a programme file", "Budget lines")
    GROUNDS = "grounds", pgettext_lazy("table of a programme file", "Grounds of eligibility")
    SCHEMES = "schemes", pgettext_lazy("table of a programme file", "Scoring schemes")
    SCHEME_SOURCES = "scheme_sources", pgettext_lazy("table of a programme file", "Sources of points")
    CRITERIA = "criteria", pgettext_lazy("table of a programme file", "Criteria of choice")
    CRITERION_OPTIONS = "criterion_options", pgettext_lazy("table of a programme file", "Levels of criteria")
    TIE_BREAKS = "tie_breaks", pgettext_lazy("table of a programme file", "Order among equals")
    ROUNDS = "rounds", pgettext_lazy("table of a programme file", "Rounds of recruitment")
    ROUND_QUOTAS = "round_quotas", pgettext_lazy("table of a programme file", "Places kept for some")
    MEASURES = "measures", pgettext_lazy("table of a programme file", "Measures")
    TARGETS = "targets", pgettext_lazy("table of a programme file", "Targets")
    FIGURES = "figures", pgettext_lazy("table of a programme file", "Published figures")
    ANNOUNCED_TOTALS = "announced_totals", pgettext_lazy("table of a programme file", "Announced totals")
    DICTIONARIES = "dictionaries", pgettext_lazy("table of a programme file", "Dictionaries of the call")
    RATES = "rates", pgettext_lazy("table of a programme file", "Rates and thresholds by date")


class Theme(TextChoices):
    """What the tables of a file speak of: each theme but the last is a module of `format`."""

    PROGRAMME = "programme", pgettext_lazy("theme of a definition", "Agreements and who keeps them")
    AUDIENCE = "audience", pgettext_lazy("theme of a definition", "For whom and where")
    PUBLIC = "public", pgettext_lazy("theme of a definition", "Public page")
    WORK = "work", pgettext_lazy("theme of a definition", "Tasks and supports")
    ACTIVITIES = "activities", pgettext_lazy("theme of a definition", "Groups and events")
    PROVISION = "provision", pgettext_lazy("theme of a definition", "Initiatives, advice, flats, courses")
    MONEY = "money", pgettext_lazy("theme of a definition", "Money")
    RECRUITMENT = "recruitment", pgettext_lazy("theme of a definition", "Recruitment")
    RESULTS = "results", pgettext_lazy("theme of a definition", "What is counted")
    DICTIONARIES = "dictionaries", pgettext_lazy("theme of a definition", "Dictionaries and rates")


class DraftState(TextChoices):
    """How far a draft has come."""

    WRITING = "writing", pgettext_lazy("state of a draft", "being written")
    HANDED_IN = "handed_in", pgettext_lazy("state of a draft", "waits for approval")
    RETURNED = "returned", pgettext_lazy("state of a draft", "sent back to be corrected")
    APPROVED = "approved", pgettext_lazy("state of a draft", "approved")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a draft", "withdrawn")
