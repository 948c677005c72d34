from django.apps import AppConfig


class MunicipalitiesConfig(AppConfig):
    name = "kladka.municipalities"
