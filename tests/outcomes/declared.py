"""What outcomes declares to the tests of the architecture."""

from tests.factories.outcomes import feedback

ROWS = {"help_answer_id": lambda: feedback().id}
WITHOUT_QUESTION = {
    "outcomes.ask_about_what_is_done": "the worker's own; the system asks",
    "outcomes.answer": "the sealed link is the question: whoever holds it was asked",
    "demo.answer": "the operator's command; each act goes through a service that asks",
    "outcomes.forget_words": "part of closing an account, which has asked",
}
QUIET_COMMANDS = {
    "outcomes.recount": "reads only",
    "outcomes.ask_everywhere": "the worker's round, now; each question is an act of its own",
}
