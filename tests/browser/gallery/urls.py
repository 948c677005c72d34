"""Pages of the gallery, and the answers that scripts must cope with."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path

from kladka.core import charts, views
from kladka.core.forms import DayInput, FilterFormMixin
from kladka.core.http import form_page, posted

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
PLANTS = ["Agrestowa", "Ćwikłowa", "Dyniowa", "Fiołkowa", "Łubinowa", "Malinowa", "Śliwkowa", "Żurawinowa"]
PEOPLE = [f"{plant} {name}" for plant in PLANTS for name in ("Ewa", "Halina", "Anna", "Zofia", "Maria")]
MARKS = "oxoooxeooo.."


class PeopleFilter(FilterFormMixin):
    q = forms.CharField(
        label="Search for a person", required=False, widget=forms.TextInput({"type": "search"})
    )
    group = forms.ChoiceField(label="Group", required=False, choices=[("", "All"), ("s", "Seniors")])


class ContactForm(forms.Form):
    name = forms.CharField(
        label="Name and surname",
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": "Write your name and surname"},
    )
    phone = forms.CharField(
        label="Telephone", help_text="We call only about the application.", required=False
    )
    day = forms.DateField(label="Which day?", widget=DayInput, required=False)
    contact = forms.ChoiceField(
        label="How shall we answer?",
        widget=forms.RadioSelect,
        choices=[("t", "By telephone"), ("s", "By SMS")],
        error_messages={"required": "Choose how we shall answer"},
    )
    needs = forms.BooleanField(label="I need an interpreter of sign language", required=False)
    words = forms.CharField(label="Anything else?", widget=forms.Textarea({"rows": 3}), required=False)


def people(request: HttpRequest) -> HttpResponse:
    wanted = request.GET.get("q", "").casefold()
    found = [one for one in PEOPLE if wanted in one.casefold()]
    page = Paginator(found, 12).get_page(request.GET.get("page", "1"))
    values = {"form": PeopleFilter(request.GET), "page": page, "found": len(found), "marks": MARKS}
    return render(request, "gallery/people.html", {**values, "everyone": len(PEOPLE)})


def indicators(request: HttpRequest) -> HttpResponse:
    rows = [charts.Target("Women", 31, 37), charts.Target("Men", 17, 23, hatched=True)]
    steps = [
        charts.Step("Diagnosis", 0, 2, "done"),
        charts.Step("Course", 2, 5, "now"),
        charts.Step("Stay", 9, 12, "plan"),
    ]
    drawings = [
        charts.responsive(charts.bullet, rows, "People"),
        charts.responsive(charts.forecast, [0, 4, 9, 12, 17, 24, 31, 39], 60, MONTHS),
        charts.responsive(charts.burndown, [900e3, 600e3, 300e3, 0], [900e3, 700e3], MONTHS[:4]),
        charts.responsive(charts.funnel, [("Applications", 83), ("Contracts", 48), ("Finished", 12)]),
        charts.responsive(charts.gantt, steps, MONTHS, 4.5),
    ]
    figures = [
        charts.Figure(
            f"Finding number {at}", drawing, ["Sex", "Reached"], [(row.name, row.value) for row in rows]
        )
        for at, drawing in enumerate(drawings, 1)
    ]
    return render(request, "gallery/indicators.html", {"figures": figures})


def application(request: HttpRequest) -> HttpResponse:
    return form_page(request, "gallery/application.html", ContactForm(posted(request)))


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "gallery/home.html", {"trail": [("Home", "/"), ("Programmes", "/programmes/")]})


def missing(request: HttpRequest) -> HttpResponse:
    return render(request, "portal/missing.html", status=404)


def missing_on_desk(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/missing.html", status=404)


def expired(_request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect("/sign-in/?next=/desk/")


def sign_in(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("<!doctype html><title>Sign in</title><h1>Sign in</h1>")


urlpatterns = [
    path("", home),
    path("application/", application),
    path("missing/", missing),
    path("broken/", views.broken),
    path("desk/", people),
    path("desk/indicators/", indicators),
    path("desk/missing/", missing_on_desk),
    path("desk/expired/", expired),
    path("sign-in/", sign_in),
    path("sign-out/", sign_in, name="account_logout"),
]
