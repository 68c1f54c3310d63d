"""What projects declares to the tests of the architecture."""

from tests.factories.projects import DocumentOfProjectFactory, MilestoneFactory, UpdateFactory

ROWS = {
    "update_id": lambda: UpdateFactory().id,
    "milestone_id": lambda: MilestoneFactory().id,
    "document_id": lambda: DocumentOfProjectFactory().id,
}
WITHOUT_QUESTION = {
    **dict.fromkeys(
        ("demo.plan", "demo.reach", "demo.tell"),
        "the operator's command; each act goes through a service that asks",
    ),
    "projects.let_out": "the decision of staff, which has asked, or part of mending, which has asked",
    "projects.settle": "derives when everybody last heard something",
    "projects.text_of": "a question",
    "projects.address_for": "a question",
    "projects.take": "asks as soon as it knows who writes about what",
    "projects.ask_for_news": "the worker's own; the system asks",
    "projects.remind_of_return": "the worker's own; the system asks",
    "projects.forget_old": "the worker's housekeeping: nobody has asked",
}
PLACES = ["/projekter/mine"]
