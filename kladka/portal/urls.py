"""Addresses of a municipality's public site, in Polish words; /en/ and /uk/ stand before them."""

from django.urls import path

from kladka.portal.views import applying, calendar, pages, programmes
from kladka.portal.views.home import home
from kladka.portal.views.look import look
from kladka.portal.views.results import results

app_name = "portal"
urlpatterns = [
    path("", home, name="home"),
    path("programy/", programmes.programmes, name="programmes"),
    path("programy/<slug:slug>/", programmes.programme, name="programme"),
    path("programy/<slug:slug>/wyniki/", results, name="results"),
    path("programy/<slug:slug>/zapis/", applying.apply, name="apply"),
    path("zapis/", applying.apply_return, name="apply_return"),
    path("zapis/<slug:secret>/", applying.apply_code, name="apply_code"),
    path("zapis/<slug:secret>/sprawdz/", applying.apply_check, name="apply_check"),
    path("zapis/<slug:secret>/wyslane/", applying.apply_sent, name="apply_sent"),
    path("zapis/<slug:secret>/<slug:word>/", applying.apply_question, name="apply_question"),
    path("kalendarz/", calendar.calendar, name="calendar"),
    path("kalendarz/<int:year>/<int:number>/", calendar.month, name="month"),
    path("kalendarz/wydarzenie/<int:number>/", calendar.event, name="event"),
    path("kalendarz/kalendarz.ics", calendar.feed, name="feed"),
    path("kontakt/", pages.contact, name="contact"),
    path("szukaj/", pages.search, name="search"),
    path("mapa-strony/", pages.site_map, name="site_map"),
    path("deklaracja-dostepnosci/", pages.statement, name="statement"),
    path("ochrona-danych/", pages.privacy, name="privacy"),
    path("wyglad/", look, name="look"),
]
