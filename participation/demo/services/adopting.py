"""Who offers to carry out the story's ideas, what a moderator answers, and the agreements."""

from datetime import date, timedelta

from participation.adoptions import queries
from participation.adoptions.services import adopting, agreeing, keeping, offering
from participation.adoptions.services.agreeing import AgreementText
from participation.demo.rules import Happening
from participation.demo.services.stage import Stage


def keep(*, stage: Stage, part: Happening) -> None:
    """The municipality carries it out itself."""
    keeping.keep(actor=stage.people["moderator"], idea=stage.ideas[part.subject])


def offer(*, stage: Stage, part: Happening) -> None:
    """An organisation offers, and others are in on it."""
    entry, idea = part.entry, stage.ideas[part.subject]
    made = offering.offer(
        actor=stage.people[entry["person"]],
        idea=idea,
        organisation=stage.organisations[entry["organisation"]],
        body=entry["body"],
    )
    for helper in entry.get("joined", []):
        organisation = stage.organisations.get(helper.get("organisation", ""))
        offering.join(actor=stage.people[helper["person"]], offer=made, organisation=organisation)


def adopt(*, stage: Stage, part: Happening) -> None:
    """A moderator agrees, and there is a project."""
    entry = part.entry
    organisation, idea = stage.organisations[entry["organisation"]], stage.ideas[part.subject]
    made = queries.open_offer_by(organisation, idea)
    assert made is not None
    stage.projects[entry["project"]] = adopting.agree(
        actor=stage.people["moderator"], offer=made, sentence=entry.get("sentence", "")
    )


def agree(*, stage: Stage, part: Happening, day: date) -> None:
    """The agreement, confirmed by both sides on the day on which it is written."""
    entry, moderator = part.entry, stage.people["moderator"]
    words = {name: entry[name] for name in ("contact", "provides", "permits", "insurance")}
    written = agreeing.write(
        actor=moderator,
        project=stage.projects[part.subject],
        text=AgreementText(
            **words,
            has_children="certificates" in entry,
            certificates=entry.get("certificates", ""),
            ends_on=day + timedelta(days=entry["ends_in_days"]),
        ),
    )
    agreeing.confirm_for_municipality(actor=moderator, agreement=written)
    if "signed_by" in entry:
        agreeing.confirm_for_organisation(actor=stage.people[entry["signed_by"]], agreement=written)
