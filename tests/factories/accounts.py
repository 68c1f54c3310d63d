"""People."""

import factory

from participation.accounts.models import Person, SignIn, SignInCode
from participation.accounts.rules import CODE_LIFE
from participation.foundation.clock import now
from tests.factories.base import Factory


class PersonFactory(Factory[Person]):
    class Meta:
        model = Person

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    email_key = factory.SelfAttribute("email")
    display_name = factory.Sequence(lambda n: f"Person {n}")
    age_confirmed_at = factory.LazyFunction(now)


class SignInFactory(Factory[SignIn]):
    class Meta:
        model = SignIn

    browser_token_hash = factory.Sequence(lambda n: f"{n:064x}")
    browser = "Firefox"
    person_id = factory.LazyFunction(lambda: PersonFactory().id)


class SignInCodeFactory(Factory[SignInCode]):
    class Meta:
        model = SignInCode

    browser_hash = "browser"
    language = "da"
    expires_at = factory.LazyFunction(lambda: now() + CODE_LIFE)
