"""From a fact to its jobs, in one transaction with what happened: a job exists if and only if that was committed."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Protocol

from django.conf import settings
from django.db import connection
from django.utils.module_loading import import_string
from procrastinate.contrib.django import app

from kladka.core.facts import Fact


class Job(Protocol):
    """A task of the queue, as far as it is known here."""

    @property
    def name(self) -> str: ...


Reactions = Mapping[type[Fact], Iterable[Job]]


def announce(fact: Fact) -> None:
    """Put the jobs that follow this fact into the queue. Each carries the schema of the municipality it is for."""
    for job in reactions().get(type(fact), ()):
        app.configure_task(job.name).defer(schema=str(connection.schema_name), **asdict(fact))  # type: ignore[attr-defined]


def reactions() -> Reactions:
    """The table of `config/reactions.py`, found by name: nothing here may import what stands above."""
    table: Reactions = import_string(settings.REACTIONS)
    return table
