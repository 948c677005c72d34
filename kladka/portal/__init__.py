"""The municipality's public site: what residents read and can join, in Polish, English and Ukrainian.

It owns the site's own words (`SiteText`), the accessibility statement and the privacy notices; all else on
its pages is read from the records of the modules below, so a page cannot go stale. Start at `urls.py`; the
facts of a programme come from `programmes.queries.public_page`, the calendar from `queries/calendar.py`.
Uses programmes, activities, places, municipalities (it writes the copies that the national page reads) and
core. No page needs JavaScript.
"""
