"""Municipalities and their reasons."""

import factory

from participation.municipalities.models import Municipality, Reason
from tests.factories.base import Factory


class MunicipalityFactory(Factory[Municipality]):
    class Meta:
        model = Municipality

    code = "0187"
    slug = "vallensbaek"
    name = "Vallensbæk Kommune"
    short_name = "Vallensbæk"
    settings = factory.LazyFunction(
        lambda: {
            "site_name": "Deltag",
            "contact_phone": "12 34 56 78",
            "contact_email": "kontakt@example.org",
            "contact_address": "Rådhuset 1",
        }
    )


class ReasonFactory(Factory[Reason]):
    class Meta:
        model = Reason

    code = factory.Sequence(lambda n: f"reason_{n}")
    moves = factory.LazyFunction(
        lambda: ["return", "refuse", "decline", "give_up", "hide", "reopen", "reconsider"]
    )
    label_da = "Ikke et kommunalt anliggende"
    label_en = "Not a municipal matter"
    text_da = "Kommunen bestemmer ikke over det."
    text_en = "The municipality does not decide on this."
