"""What each table gets of an idea: columns, and the rows in their order."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from random import Random
from typing import Any

from participation.foundation.clock import FAR_FUTURE
from participation.search.rules import index_words
from participation.search.rules.compounds import with_parts
from scripts.bench import words
from scripts.bench.samples import SEED, Sample

Row = tuple[Any, ...]
ANSWER_TIME = timedelta(days=30)
SUPPORT_TIME = timedelta(days=90)
KINDS = {"declined": "no", "not_realised": "given_up"}
SENTENCES = [words.paragraph(Random(SEED + number), 1 + number % 4) for number in range(997)]


def discussions(sample: Sample) -> Iterator[Row]:
    is_open = sample.meaning.takes_comments
    is_public = sample.published_at is not None and sample.hidden_at is None
    place = f"ideer/{sample.id}-{sample.slug}"
    yield (
        sample.id,
        sample.town.municipality_id,
        is_open,
        is_public,
        len(sample.comment_ids),
        sample.title,
        place,
    )


def cases(sample: Sample) -> Iterator[Row]:
    meaning = sample.meaning
    is_open = meaning.awaits_review or meaning.awaits_answer
    kind = "answer" if sample.published_at else "review"
    due = sample.created_at + ANSWER_TIME if is_open else FAR_FUTURE
    closed = None if is_open else sample.decided_at or sample.created_at
    place = f"opgaver/{sample.id}"
    yield (
        *(sample.id, sample.town.municipality_id, kind, due, is_open, sample.created_at, closed),
        *(sample.title, place, sample.goal_id),
    )


def ideas(sample: Sample) -> Iterator[Row]:
    published, is_awaited = sample.published_at, sample.meaning.awaits_answer
    due = published + ANSWER_TIME if published else None
    yield (
        *(
            sample.id,
            sample.town.municipality_id,
            sample.status.value,
            sample.title,
            sample.body,
            "Ved stien",
        ),
        *(sample.author_id, sample.goal_id, sample.goal_id is None, sample.id, sample.id),
        *(sample.created_at, published or sample.created_at, sample.created_at, published, published),
        *(sample.decided_at, due, due, published + SUPPORT_TIME if published else None),
        *(
            due if is_awaited else FAR_FUTURE,
            "Teknikudvalget" if is_awaited else "",
            "",
            len(sample.supporters),
        ),
        *(len(sample.supporters) if sample.decided_at else None, sample.hidden_at, 1),
    )


def moves(sample: Sample) -> Iterator[Row]:
    town, status = sample.town.municipality_id, sample.status.value
    yield town, sample.id, "submit", "draft", "submitted", "", "", False, sample.created_at
    if sample.published_at is None:
        return
    yield town, sample.id, "publish", "submitted", "published", "", "", True, sample.published_at
    if sample.decided_at:
        yield town, sample.id, "decide", "published", status, "", "", True, sample.decided_at


def answers(sample: Sample) -> Iterator[Row]:
    if sample.decided_at is None:
        return
    kind = KINDS.get(sample.status.value, "yes")
    is_kept = sample.published_at is not None and sample.decided_at <= sample.published_at + ANSWER_TIME
    yield (
        *(sample.town.municipality_id, sample.id, kind, words.ANSWER, words.ANSWER, words.ANSWER),
        *("Teknik og Miljø", "", "administration", sample.decided_at.date(), "", sample.decided_at, is_kept),
    )


def votes(sample: Sample) -> Iterator[Row]:
    for person_id in sample.supporters:
        yield sample.town.municipality_id, sample.id, person_id, sample.published_at


def comments(sample: Sample) -> Iterator[Row]:
    people, first = sample.town.people, sample.comment_ids.start
    for number in sample.comment_ids:
        # Every fifth answers the first one.
        parent = first if number > first and number % 5 == 0 else None
        sentence = SENTENCES[number % len(SENTENCES)]
        author = people[number * 31 % len(people)]
        yield number, sample.town.municipality_id, sample.id, parent, author, sentence, sample.published_at, 1


def search_entries(sample: Sample) -> Iterator[Row]:
    title, whole = with_parts(sample.title), index_words(f"{sample.title}\n{sample.body}")
    yield sample.town.municipality_id, sample.id, _lexemes(title), _lexemes(whole)


def _lexemes(found: list[str]) -> str:
    return " ".join(f"'{word}'" for word in found)


# In the order that the foreign keys ask for.
TABLES: dict[str, tuple[str, Callable[[Sample], Iterator[Row]]]] = {
    "discussions": ("id municipality_id is_open is_public comment_count subject_title place", discussions),
    "cases": (
        "id municipality_id kind due_at is_open opened_at closed_at subject_title place goal_id",
        cases,
    ),
    "ideas": (
        "id municipality_id status title body place author_id goal_id is_outside_strategy discussion_id "
        "case_id created_at changed_at submitted_at reviewed_at published_at decided_at answer_due_at "
        "first_answer_due_at support_closes_at promised_at review_place explanation support_count "
        "decided_support hidden_at version",
        ideas,
    ),
    "idea_moves": ("municipality_id idea_id name from_status to_status sentence cause is_public at", moves),
    "answers": (
        "municipality_id idea_id kind doing why next_steps department signed_by decided_by decided_on "
        "agenda_url created_at is_kept",
        answers,
    ),
    "votes": ("municipality_id idea_id person_id created_at", votes),
    "comments": (
        "id municipality_id discussion_id parent_id author_id body created_at version",
        comments,
    ),
    "search_entries": ("municipality_id subject_id title words", search_entries),
}
