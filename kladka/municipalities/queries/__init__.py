"""Questions to the schema `public`: the directory, and the national registers."""

from kladka.municipalities.queries.directory import (
    current_municipality,
    current_schema,
    directory,
    forget_directory,
    in_municipality,
    in_public,
    municipality,
    municipality_at,
)
from kladka.municipalities.queries.territory import (
    Territory,
    degurba,
    degurba_of,
    localities,
    municipalities_held,
    streets,
    territory,
)

__all__ = [
    "Territory",
    "current_municipality",
    "current_schema",
    "degurba",
    "degurba_of",
    "directory",
    "forget_directory",
    "in_municipality",
    "in_public",
    "localities",
    "municipalities_held",
    "municipality",
    "municipality_at",
    "streets",
    "territory",
]
