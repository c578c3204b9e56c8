"""Random draws, each folder from a seed of its own so that it can be made again alone."""

from datetime import date, timedelta
from random import Random


def days(count: int) -> timedelta:
    return timedelta(days=count)


class Draws:
    def __init__(self, seed: int, number: int):
        self.random = Random(f"{seed}/{number}")

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def weighted(self, weights: dict):
        return self.random.choices(list(weights), list(weights.values()))[0]

    def choice(self, among):
        return self.random.choice(among)

    def number(self, least: int, most: int) -> int:
        return self.random.randint(least, most)

    def near(self, day: date, before: int, after: int) -> date:
        return day + days(self.random.randint(-before, after))

    def undated(self) -> bool | str:
        """That something was done, on a day that nobody wrote down."""
        return self.random.choice([True, "sent", "shared at the meeting"])


def put(record: dict, name: str, value):
    """Adds the field unless the draw said to leave it out."""
    if value is not None:
        record[name] = list(value) if isinstance(value, tuple) else value


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
