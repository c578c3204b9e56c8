"""How many of the labelled texts Presidio's recognisers for the United Kingdom find, by kind.

They work by patterns, check digits and words near by. The tokens for those words come from a blank
English pipeline, each token its own lemma, so that no model is needed.
"""

import logging
import sys
from pathlib import Path

import spacy
from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
from presidio_analyzer import predefined_recognizers as recognizers
from presidio_analyzer.nlp_engine import SpacyNlpEngine
from spacy.language import Language

logging.disable(logging.CRITICAL)

# What a file of texts is about, in Presidio's words; nothing where it has no recogniser for it.
KINDS = {
    "nhs-numbers": "UK_NHS",
    "national-insurance": "UK_NINO",
    "telephones": "PHONE_NUMBER",
    "postcodes": "UK_POSTCODE",
    "emails": "EMAIL_ADDRESS",
    # It knows dates, and not which are of births.
    "births": "DATE_TIME",
    "minutes": None,
}
# Above this score a find counts: with all of them, and with those that its own documents call likely.
LEAST = (0.01, 0.4)


@Language.component("own_lemmas")
def own_lemmas(doc):
    for token in doc:
        token.lemma_ = token.lower_
    return doc


class BlankEngine(SpacyNlpEngine):
    """Tokens and nothing else."""

    def __init__(self):
        super().__init__()
        pipeline = spacy.blank("en")
        pipeline.add_pipe("own_lemmas")
        self.nlp = {"en": pipeline}


def analyzer():
    registry = RecognizerRegistry()
    for recognizer in (
        recognizers.NhsRecognizer(),
        recognizers.UkNinoRecognizer(),
        recognizers.UkPostcodeRecognizer(),
        # Numbers for drama are possible ones and not valid: nobody has them.
        recognizers.PhoneRecognizer(supported_regions=("GB",), leniency=0),
        recognizers.EmailRecognizer(),
        recognizers.DateRecognizer(),
    ):
        registry.add_recognizer(recognizer)
    return AnalyzerEngine(registry=registry, nlp_engine=BlankEngine(), supported_languages=["en"])


def labelled(line):
    """The grade of a line, its text, and the places of what is to be found."""
    grade, _, written = line.rstrip("\n").partition(" | ")
    text, places, start = "", [], 0
    for sign in written.replace("⏎", "\n").replace("⇥", "\t"):
        if sign == "«":
            start = len(text)
        elif sign == "»":
            places.append((start, len(text)))
        else:
            text += sign
    # It takes the area for tests for none, so it gets one that is used.
    return grade, text.replace("ZZ99", "WA19").replace("zz99", "wa19"), places


def measured(engine, path, entity, least):
    identifiers = found = innocent = alarms = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        grade, text, places = labelled(line)
        if grade in ("name", "case"):
            continue
        finds = [one for one in engine.analyze(text=text, language="en") if one.score >= least]
        if grade == "innocent":
            innocent += 1
            # Every text of minutes has dates, which are nobody's.
            alarms += any(one.entity_type == entity or entity is None and one.entity_type != "DATE_TIME"
                          for one in finds)
        for start, end in places:
            identifiers += 1
            found += any(one.entity_type == entity and one.start < end and start < one.end for one in finds)
    return identifiers, found, innocent, alarms


def main():
    engine = analyzer()
    for folder in sorted(Path(sys.argv[1]).glob("*/")):
        for least in LEAST:
            print(f"Presidio, {folder.name}, score {least} or more".ljust(44),
                  "identifiers  found  innocent  false")
            sums = [0, 0, 0, 0]
            # Not every set has texts of every kind.
            for name, entity in KINDS.items():
                if not (folder / f"{name}.txt").exists():
                    continue
                counts = measured(engine, folder / f"{name}.txt", entity, least)
                sums = [sum(pair) for pair in zip(sums, counts)]
                print(name.ljust(44), "{:11} {:6} {:9} {:6}".format(*counts))
            print("all".ljust(44), "{:11} {:6} {:9} {:6}".format(*sums), "\n")


main()
