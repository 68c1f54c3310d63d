"""Bad views, on which the checks of test_views are seen to fail."""

from __future__ import annotations

from tests.architecture import test_views as checks
from tests.architecture.conftest import Grow

VIEWS = """
    from participation.ideas import services

    @ideas.get("/<int:number>")
    def show(number):
        return render_template("ideas/show.html")

    @ideas.route("/<int:number>/ret", methods=["GET", "POST"])
    def edit(number):
        form = EditForm()
        if form.validate_on_submit():
            services.edit()
        return _form_page(form)

    def _form_page(form):
        return render_template("ideas/edit.html", form=form)

    @ideas.get("/ny", endpoint="fresh")
    def new():
        services.draft()
        return render_template("ideas/edit.html")

    @ideas.get("/svar")
    @writes_on_get
    def callback():
        services.accept()
        return render_template("ideas/_card.html") + render_template("votes/_count.html")
"""


def test_wrong_templates_are_found(grow: Grow) -> None:
    root = grow({"participation/ideas/views.py": VIEWS})
    assert checks.wrong_templates(root) == [
        "participation/ideas/views.py:19 new renders ideas/edit.html",
        "participation/ideas/views.py:25 callback renders votes/_count.html",
    ]


def test_templates_without_a_view_are_found(grow: Grow) -> None:
    names = ("ideas/show.html", "ideas/old.html", "ideas/_card.html", "layouts/page.html")
    files = {f"templates/{name}": "" for name in names}
    root = grow({"participation/ideas/views.py": VIEWS, **files})
    assert checks.templates_without_view(root) == ["ideas/old.html"]


def test_renamed_endpoints_are_found(grow: Grow) -> None:
    root = grow({"participation/ideas/views.py": VIEWS})
    assert checks.renamed_endpoints(root) == ["participation/ideas/views.py:19 new"]


BOUND = """
    from participation.pages import front

    def register(app):
        blueprint.add_url_rule("/", "front", front.front)
        blueprint.add_url_rule("/mere", "more", front.other)
"""
FRONT = """
    from participation.votes import services

    def front():
        return render_template("pages/front.html")

    def other():
        services.support()
        return render_template("pages/more.html")
"""


def test_pages_bound_without_decorators_are_read_alike(grow: Grow) -> None:
    files = {"participation/pages/views.py": BOUND, "participation/pages/front.py": FRONT}
    root = grow(files | {"templates/pages/front.html": "", "templates/pages/old.html": ""})
    assert checks.wrong_templates(root) == ["participation/pages/front.py:7 other renders pages/more.html"]
    assert checks.templates_without_view(root) == ["pages/old.html"]
    assert checks.renamed_endpoints(root) == ["participation/pages/views.py:6 other"]
    assert checks.writing_readers(root) == ["participation/pages/front.py:7 other"]


def test_readers_that_write_are_found(grow: Grow) -> None:
    root = grow({"participation/ideas/views.py": VIEWS})
    assert checks.writing_readers(root) == ["participation/ideas/views.py:19 new"]


DECISIONS = """
    if idea.status == "draft": ...
    if idea.status is IdeaStatus.DRAFT: ...
    if status in (IdeaStatus.DRAFT, IdeaStatus.RETURNED): ...
    select(Idea).where(Idea.status.in_([IdeaStatus.DRAFT]))
    match idea.status:
        case _: ...
    select(Idea).where(Idea.status.in_(LIFECYCLE.statuses_where("is_public")))
    if idea.status == wanted and response.status_code == 200: ...
    status = column(default=IdeaStatus.DRAFT)
"""


def test_decisions_by_status_are_found(grow: Grow) -> None:
    names = ("services", "lifecycle")
    root = grow({f"participation/ideas/{name}.py": DECISIONS for name in names})
    lines = [f"participation/ideas/services.py:{line}" for line in (2, 3, 4, 5, 6)]
    assert sorted(checks.compared_statuses(root)) == lines


def test_markup_elsewhere_is_found(grow: Grow) -> None:
    names = ("web/markup", "ideas/views")
    root = grow({f"participation/{name}.py": 'Markup("<b>")' for name in names})
    assert checks.made_markup(root) == ["participation/ideas/views.py:1"]
