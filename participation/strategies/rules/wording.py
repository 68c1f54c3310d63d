"""What the parts of a strategy are called when a difference is shown."""

from participation.foundation.text import N_

KINDS = {
    "added": N_("New"),
    "changed": N_("Changed"),
    "moved": N_("Moved"),
    "removed": N_("Taken out"),
}
TONES = {"added": "yes", "changed": "wait", "moved": "quiet", "removed": "no"}
PARTS = {
    "strategy": N_("Strategy"),
    "foreword": N_("Foreword"),
    "vision": N_("Vision"),
    "values": N_("Values"),
    "core_tasks": N_("Core tasks"),
    "legal": N_("What the law asks for"),
    "theme": N_("Theme"),
    "goal": N_("Goal"),
    "effort": N_("Effort"),
    "challenge": N_("Challenge"),
    "value": N_("Value"),
    "core_task": N_("Core task"),
}
# By the first part of the field's dotted name.
FIELDS = {
    "title": N_("Title"),
    "title_editorial": N_("Whose title it is"),
    "title_note": N_("Note about the title"),
    "text": N_("Text"),
    "motto": N_("Motto"),
    "motto_note": N_("Note about the motto"),
    "vision": N_("Vision"),
    "lead": N_("Lead"),
    "paragraphs": N_("Paragraphs"),
    "signature": N_("Signature"),
    "named_values": N_("Values named in it"),
    "target": N_("Target"),
    "indicators": N_("Indicators"),
    "theme": N_("Theme"),
    "number": N_("Number"),
    "slogan": N_("Slogan"),
    "adopted": N_("Adopted"),
    "period": N_("Period"),
    "source": N_("Source"),
    "sections": N_("Sections"),
    "notes": N_("Notes"),
    "places": N_("Places named in it"),
    "legal_type": N_("What the law calls it"),
    "predecessor": N_("What it replaces"),
    "language": N_("Language"),
    "paragraph": N_("Paragraph in the document"),
    "sentences": N_("Sentences in the document"),
}
