"""The rows of the table: what is asked for, and what is wanted of it."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from random import Random
from urllib.parse import quote

from scripts.bench.scene import Scene
from scripts.bench.shots import Request
from scripts.bench.words import title

# Enough that no post comes twice, and as many pages as readers look at within a minute or two.
POSTS = 1_500
PAGES = 50
Requests = Callable[[Scene, int], list[Request]]


@dataclass(frozen=True)
class Row:
    """`requests` takes the scene and the round's number; `wanted` is the least ratio to the reference.

    Milliseconds: within `slowest` the median answer has to be there, within `late` 95 of 100.
    """

    label: str
    requests: Requests
    wanted: float | None = None
    is_public: bool = True
    is_reference: bool = False
    may_grow: bool = False
    slowest: float | None = None
    late: float | None = None


def _plain(path: str) -> Requests:
    return lambda _scene, _turn: [Request(path)]


def _page(path: str) -> Requests:
    def requests(scene: Scene, _turn: int) -> list[Request]:
        values = {
            "goal": scene.goal,
            "theme": scene.theme_id,
            "cursor": scene.deep_cursor,
            "past": scene.past,
        }
        return [Request(scene.home + path.format(**values))]

    return requests


def _ideas(scene: Scene, _turn: int) -> list[Request]:
    return [Request(path) for path in scene.idea_paths(PAGES)]


def _one_idea(scene: Scene, _turn: int) -> list[Request]:
    return [Request(scene.idea_paths(1)[0])]


def _ideas_signed_in(scene: Scene, _turn: int) -> list[Request]:
    pairs = zip(scene.idea_paths(PAGES), scene.visitors, strict=False)
    return [Request(path, visitor.headers) for path, visitor in pairs]


def _list_signed_in(scene: Scene, _turn: int) -> list[Request]:
    return [Request(f"{scene.home}/ideer/", visitor.headers) for visitor in scene.visitors[:PAGES]]


def _similar(scene: Scene, turn: int) -> list[Request]:
    """Each asks for another title, as often as one person may within the time."""
    random, path = Random(turn), f"{scene.home}/foreslaa/lignende?title="
    return [Request(path + quote(title(random)), visitor.headers) for visitor in scene.visitors]


def _desk(path: str) -> Requests:
    def requests(scene: Scene, _turn: int) -> list[Request]:
        values = {"goal": scene.goal.partition("-")[0], "idea": scene.ideas[0][0]}
        return [Request(scene.home + path.format(**values), scene.staff.headers)]

    return requests


def _posts(path: str, **fields: str) -> Requests:
    return lambda scene, turn: list(islice(scene.forms(turn * POSTS, path, fields), POSTS))


BARE = Row("bare Flask view", _plain("/bare"), is_reference=True)
REFERENCE = Row("Flask view, one SELECT, 20 rows", _plain("/reference"), is_reference=True)
ROWS = (
    Row("front page", _page("/")),
    Row("goal", _page("/maal/{goal}")),
    Row("status of the strategy", _page("/strategi/status"), may_grow=True, slowest=1_000),
    Row("status of a past day", _page("/strategi/status?dato={past}"), may_grow=True, slowest=1_000),
    Row("list of ideas", _page("/ideer/"), 0.5),
    Row("list, two filters", _page("/ideer/?status=published&theme={theme}")),
    Row("list, text search", _page("/ideer/?q=b%C3%A6nke+ved+stien"), may_grow=True),
    Row("list after 100 cursors", _page("/ideer/?sort=newest&cursor={cursor}"), 0.5),
    Row("idea, signed out", _ideas, 0.5),
    Row("idea, a shared link", _one_idea, 0.5),
    Row("list, signed in", _list_signed_in, 0.3, is_public=False),
    Row("similar ideas", _similar, is_public=False, may_grow=True, late=150),
    Row("idea, signed in", _ideas_signed_in, 0.3, is_public=False),
    Row("support", _posts("ideer/{}/stoette", wanted="support"), 0.3, is_public=False),
    Row("queue, all that waits", _desk("/opgaver/"), is_public=False),
    Row("queue, ten of one's own", _desk("/opgaver/?owner=mine"), is_public=False),
    Row("queue, two filters", _desk("/opgaver/?kind=answer&goal={goal}"), is_public=False, may_grow=True),
    Row("case", _desk("/opgaver/{idea}"), is_public=False, may_grow=True),
    Row("form of an answer", _desk("/opgaver/{idea}/accept"), is_public=False),
    Row("comment", _posts("samtaler/{}/kommentarer", body="Det er en god idé."), is_public=False),
)
