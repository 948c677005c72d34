from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "kladka.activities"
