"""The tables of the schema `public`: the directory, what was published, the national registers."""

from kladka.municipalities.models.directory import Blueprint, Domain, Municipality
from kladka.municipalities.models.published import PublicProgramme
from kladka.municipalities.models.territory import Locality, Street, Unit, Urbanisation

__all__ = [
    "Blueprint",
    "Domain",
    "Locality",
    "Municipality",
    "PublicProgramme",
    "Street",
    "Unit",
    "Urbanisation",
]
