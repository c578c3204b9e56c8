"""What a run must reach at least once, or agreement would say nothing about it."""

BRANCHES: dict = {}
