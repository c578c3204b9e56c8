"""Writes records and charters as people would: times, answers and blanks unquoted."""

from pathlib import Path

import yaml


class PlainDumper(yaml.SafeDumper):
    """Writes times, yes and no, and blanks unquoted, as a person does."""

    def ignore_aliases(self, data) -> bool:
        return True

    def represent_mapping(self, tag, mapping, flow_style=None) -> yaml.MappingNode:
        node = super().represent_mapping(tag, mapping, flow_style)
        if any(value is None for _, value in mapping.items()):
            # Between braces a blank would need a tag, and nobody writes that.
            node.flow_style = False
        return node


def plain_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # YAML 1.1 takes 10:30 for a number and would quote it. Giving the tag that
    # the plain form resolves to keeps it bare; readers of today take it as text.
    is_time = len(text) == 5 and text[2] == ":"
    tag = dumper.resolve(yaml.ScalarNode, text, (True, False)) if is_time else "tag:yaml.org,2002:str"
    return dumper.represent_scalar(tag, text)


PlainDumper.add_representer(str, plain_text)
PlainDumper.add_representer(
    bool, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:bool", "yes" if value else "no")
)
PlainDumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def as_yaml(data: dict) -> str:
    return yaml.dump(data, Dumper=PlainDumper, sort_keys=False, default_flow_style=None, width=1000)


def write(place: Path, files: dict[str, str]):
    """Writes files by their paths; a used folder is refused, because old records would be judged too."""
    place.mkdir(parents=True, exist_ok=True)
    if any(place.iterdir()):
        raise SystemExit(f"{place} is not empty")
    for path, written in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(written, encoding="utf-8")
