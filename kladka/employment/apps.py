from django.apps import AppConfig


class EmploymentConfig(AppConfig):
    name = "kladka.employment"
