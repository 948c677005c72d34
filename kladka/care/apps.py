from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "kladka.care"
