"""quantulum3: the quantities of every text, units chosen by its trained classifier."""
import claims_task
from quantulum3 import parser


def quantities(text: str):
    for found in parser.parse(text):
        low, high = found.value, found.value
        if found.uncertainty:
            low, high = found.value - found.uncertainty, found.value + found.uncertainty
        yield *found.span, sorted({low, high}), [found.unit.name, *found.unit.surfaces,
                                                 *found.unit.symbols]


claims_task.write(quantities)
