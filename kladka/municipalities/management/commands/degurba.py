"""`kladka degurba import FILE …`."""

from kladka.municipalities.importing import RegisterCommand
from kladka.municipalities.registers import DEGURBA


class Command(RegisterCommand):
    layouts = [DEGURBA]
    sample = "degurba.csv"
    help = (
        "Import the degree of urbanisation of municipalities, from a CSV file with the columns LAU CODE, DEGURBA and"
        " YEAR. Example: kladka degurba import degurba-2024.csv"
    )
