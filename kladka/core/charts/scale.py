"""Round numbers along an edge. Plain arithmetic."""

import math


def ticks(top: float, count: int = 5) -> list[float]:
    """Round numbers from nought to at least `top`: 0, 250, 500, 750, 1000 and not 0, 235, 470."""
    if top <= 0:
        return [0, 1]
    rough = top / (count - 1)
    power = 10 ** math.floor(math.log10(rough))
    step = next(many * power for many in (1, 2, 2.5, 5, 10) if many * power >= rough)
    step = max(step, 1)  # people are not counted in halves
    return [at * step for at in range(math.ceil(top / step) + 1)]
