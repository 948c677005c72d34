"""What changes the schema `public`: the directory of municipalities and the national registers."""

from kladka.municipalities.actions.directory import add_municipality, prepare_database
from kladka.municipalities.actions.territory import import_register

__all__ = ["add_municipality", "import_register", "prepare_database"]
