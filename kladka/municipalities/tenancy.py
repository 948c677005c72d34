"""The connection that knows schemas. django-tenants ships no types: this is the one place that says so."""

from typing import Any

from django.db import connection as _connection

connection: Any = _connection
