"""`kladka teryt import FILE …`."""

from kladka.municipalities.importing import RegisterCommand
from kladka.municipalities.registers import TERYT


class Command(RegisterCommand):
    layouts = TERYT
    sample = "terc.csv"
    help = (
        "Import the register of territory, from the CSV files TERC, SIMC and ULIC of Statistics Poland."
        " Example: kladka teryt import TERC_Urzedowy_2026-01-01.csv SIMC_Urzedowy_2026-01-01.csv"
    )
