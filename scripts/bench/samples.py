"""What is generated for each idea: where it stands, when, by whom, and how many took part."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from participation.foundation.text import slugify
from participation.ideas.lifecycle import IDEAS, IdeaMeaning, IdeaStatus
from scripts.bench import words

SEED = 20260101
MEAN_SUPPORT = 20
MEAN_COMMENTS = 5
S = IdeaStatus
# Of a hundred ideas; a merged one needs another, and a draft is nobody's.
SHARES = {
    S.PUBLISHED: 45,
    S.UNDER_REVIEW: 8,
    S.ACCEPTED: 7,
    S.DECLINED: 18,
    S.IN_PROGRESS: 5,
    S.COMPLETED: 5,
    S.NOT_REALISED: 2,
    S.WITHDRAWN: 3,
    S.SUBMITTED: 4,
    S.RETURNED: 1,
    S.NOT_ADMITTED: 2,
}


@dataclass(frozen=True)
class Town:
    """The municipality that is filled: its goals, and its people as a range of ids."""

    municipality_id: int
    goal_ids: list[int]
    people: range
    loaded_at: datetime


@dataclass(frozen=True)
class Sample:
    """One idea to be; discussion and case have its id. `comment_ids` are its own."""

    town: Town
    id: int
    status: IdeaStatus
    title: str
    body: str
    goal_id: int | None
    author_id: int
    created_at: datetime
    published_at: datetime | None
    decided_at: datetime | None
    supporters: list[int]
    comment_ids: range
    hidden_at: datetime | None

    @property
    def meaning(self) -> IdeaMeaning:
        return IDEAS.meanings[self.status]

    @property
    def slug(self) -> str:
        return slugify(self.title)


def samples(town: Town, ids: range, first_comment: int) -> Iterator[Sample]:
    """The same ideas for the same arguments."""
    random = Random(SEED + ids.start)
    for number in ids:
        sample = _sample(random, town, number, first_comment)
        first_comment = sample.comment_ids.stop
        yield sample


def _sample(random: Random, town: Town, number: int, first_comment: int) -> Sample:
    status = random.choices(list(SHARES), list(SHARES.values()))[0]
    meaning = IDEAS.meanings[status]
    created, published, decided = _days(random, town.loaded_at, meaning)
    is_placed = random.random() < 0.95
    comments = round(random.expovariate(1 / MEAN_COMMENTS)) if published else 0
    return Sample(
        town=town,
        id=number,
        status=status,
        title=words.title(random),
        body=words.body(random),
        goal_id=random.choice(town.goal_ids) if is_placed else None,
        author_id=random.choice(town.people),
        created_at=created,
        published_at=published,
        decided_at=decided,
        supporters=_supporters(random, town.people) if published else [],
        comment_ids=range(first_comment, first_comment + comments),
        hidden_at=decided if published and random.random() < 0.01 else None,
    )


def _days(
    random: Random, loaded_at: datetime, meaning: IdeaMeaning
) -> tuple[datetime, datetime | None, datetime | None]:
    """Created, published, decided: what waits is young, what is answered up to three years old."""
    age = random.uniform(2, 60) if meaning.is_open or meaning.is_withheld else random.uniform(60, 1000)
    created = loaded_at - timedelta(days=age)
    published = None if meaning.is_withheld else created + timedelta(days=1)
    decided = created + timedelta(days=random.uniform(10, 50)) if meaning.is_decided else None
    return created, published, decided


def _supporters(random: Random, people: range) -> list[int]:
    """Few have many; a step that the number of people is no multiple of meets nobody twice."""
    count = min(len(people), 1 + int(random.expovariate(1 / MEAN_SUPPORT)))
    start = random.randrange(len(people))
    step = random.choice((7, 11, 13, 17))
    return [people[(start + turn * step) % len(people)] for turn in range(count)]
