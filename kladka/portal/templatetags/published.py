"""Published values in templates: `{% load published %}`, `{{ edition.starts|on }}`, `{% amount x currency %}`."""

from django.template import Library

from kladka.portal import words

register = Library()

for one in (words.on, words.count, words.persons, words.length, words.percent):
    register.filter(f"published_{one.__name__}", one)
for tag in (words.span, words.amount, words.by_sex):
    register.simple_tag(tag)
