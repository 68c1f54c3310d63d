"""What a person takes part in: projects and events on one page."""

from flask import render_template

from participation.meetings import queries as meetings
from participation.volunteering import queries as volunteering
from participation.web import guards


@guards.signed_in
def mine() -> str:
    """What one has joined and signed up for, and waits for."""
    person_id = guards.viewer().actor_id or 0
    return render_template(
        "pages/mine.html",
        places=volunteering.taken_part_in(person_id),
        sign_ups=meetings.signed_up_for(person_id),
    )
