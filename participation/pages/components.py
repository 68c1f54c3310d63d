"""The developers' gallery of components, with samples that say what each looks like when things go wrong."""

from typing import Any

from flask import abort, current_app, render_template
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Optional
from wtforms.widgets import CheckboxInput

from participation.files.forms import pictures
from participation.foundation.clock import now, today
from participation.web import forms

GOALS = [forms.SelectChoice("", "Ved ikke"), forms.SelectChoice("7", "Mere grønt og mindre asfalt")]
DECISIONS = [forms.SelectChoice("yes", "Det gør vi"), forms.SelectChoice("no", "Det gør vi ikke")]
TOPICS = [forms.SelectChoice("ideas", "Nye idéer"), forms.SelectChoice("answers", "Svar fra kommunen")]


class SampleForm(forms.Form):
    """One field of each kind; sample words, not for translation."""

    title = forms.line(
        "Hvad vil du gerne have?",
        most=80,
        required="Skriv, hvad du gerne vil have.",
        description="Én sætning er nok.",
    )
    body = forms.text("Hvorfor, og for hvem?", most=4000, required="Skriv hvorfor, og hvem det er for.")
    email = forms.line("Din mailadresse", most=254, required="Skriv din mailadresse.")
    code = StringField("Kode", [InputRequired()], description="Seks cifre fra den mail, vi har sendt.")
    goal = SelectField("Mål", [Optional()], choices=GOALS)
    decision = RadioField(
        "Hvad svarer I?",
        [InputRequired("Vælg et svar.")],
        choices=DECISIONS,
    )
    topics = SelectMultipleField("Hvad vil du høre om?", choices=TOPICS, option_widget=CheckboxInput())
    until = forms.DateField("Svar senest", [Optional()])
    pictures = pictures("Billeder", most=6, description="Højst 6.")
    age = BooleanField("Jeg er fyldt 15 år", [InputRequired("Sæt kryds, når du er fyldt 15.")])


def components() -> str:
    """All components on one page, in development only."""
    if not current_app.config["SETTINGS"].is_development:
        abort(404)
    sent: MultiDict[str, Any] = MultiDict({"email": "anne@example.dk", "code": "123456"})
    sample_form = SampleForm(sent, meta={"csrf": False})
    sample_form.validate()
    return render_template("pages/components.html", day=today(), moment=now(), sample_form=sample_form)
