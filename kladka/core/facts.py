"""What a module says has happened, for the jobs that follow. Lower modules announce; they know no reader.

A fact is a frozen dataclass of plain values (keys, days, words): its fields are the arguments of each job. Which
jobs follow which fact stands in one table, `config/reactions.py`; `queue.announce` reads it.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is true once the transaction that announces it has been committed."""
