"""Charts as inline SVG made on the server: no script, follows theme, dark, contrast and print.

Rules that the code keeps:

* no colour and no style attribute here: classes only, so frontend/css/charts.css decides;
* the numbers are in `aria-label`; the page adds the same data as a table (`Figure`);
* never colour alone: hatching, shape, dashes and words carry the meaning too;
* labels stand at the data, there is no legend;
* `responsive()` draws twice, 520 and 320 units wide, CSS shows the one that fits: letters keep their size.
"""

from kladka.core.charts.bars import Target, bullet, funnel, meter, strip
from kladka.core.charts.curves import burndown, forecast
from kladka.core.charts.drawing import SMALL, WIDE, responsive
from kladka.core.charts.figure import Figure
from kladka.core.charts.gantt import Step, gantt

__all__ = [
    "SMALL",
    "WIDE",
    "Figure",
    "Step",
    "Target",
    "bullet",
    "burndown",
    "forecast",
    "funnel",
    "gantt",
    "meter",
    "responsive",
    "strip",
]
