"""A person's role in an organisation from a day to a day."""

from datetime import date

from sqlalchemy import ColumnElement, Date, Index, and_, bindparam, column, or_
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.accounts.models import Person
from participation.extensions import Model
from participation.foundation.clock import today
from participation.foundation.model import BigKey, enum_type
from participation.foundation.tenancy import TenantScoped, tenant_key
from participation.organisations.lifecycle import ROLES, MembershipRole, RoleMeaning

LASTING = column("to_day").is_(None)
# Read at each execution, so a statement that is made once is right tomorrow as well.
_today = bindparam("day_of_membership", callable_=today, type_=Date())


class Membership(TenantScoped, Model):
    """A person's role; another role is another row. `to_day` is the first day on which it holds no more.

    `is_shown` when the person has chosen to stand on the organisation's page.
    """

    __tablename__ = "memberships"
    __table_args__ = (
        tenant_key("person_id", "people"),
        tenant_key("organisation_id", "organisations"),
        Index(None, "person_id"),
        Index(None, "organisation_id"),
        Index(
            "uq_memberships_lasting",
            "organisation_id",
            "person_id",
            unique=True,
            sqlite_where=LASTING,
            postgresql_where=LASTING,
        ),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int]
    organisation_id: Mapped[int]
    role: Mapped[MembershipRole] = mapped_column(enum_type(MembershipRole))
    from_day: Mapped[date] = mapped_column(default=today)
    to_day: Mapped[date | None]
    is_shown: Mapped[bool] = mapped_column(default=False, server_default="0")

    person: Mapped[Person] = relationship(primaryjoin="foreign(Membership.person_id) == Person.id")

    @property
    def meaning(self) -> RoleMeaning:
        return ROLES[self.role]


def in_force() -> ColumnElement[bool]:
    """The membership holds today."""
    return and_(Membership.from_day <= _today, or_(Membership.to_day.is_(None), Membership.to_day > _today))
