"""recognizers-text: numbers, ranges, percentages and numbers with units."""
import claims_task
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import (recognize_age, recognize_currency,
                                          recognize_dimension, recognize_temperature)
from recognizers_text import Culture

MODELS = (recognize_currency, recognize_dimension, recognize_age, recognize_temperature,
          recognize_percentage, recognize_number)


def quantities(text: str):
    found = []
    for model in MODELS:
        for result in model(text, Culture.English):
            value = (result.resolution or {}).get("value")
            if value is None:
                continue
            inside = any(b <= result.start and result.end < e for b, e, _, _ in found)
            if not inside:
                unit = "%" if str(value).endswith("%") else result.resolution.get("unit") or ""
                found.append((result.start, result.end + 1, [float(str(value).rstrip("%"))], [unit]))
    yield from sorted(found)


claims_task.write(quantities)
