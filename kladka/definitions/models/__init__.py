"""Programmes as somebody writes them, and the files of former versions. What is in force are rows of the modules."""

from kladka.definitions.models.draft import Draft
from kladka.definitions.models.version import Version

__all__ = ["Draft", "Version"]
