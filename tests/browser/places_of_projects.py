"""Pages of associations, of what they offer, and of the projects that they carry out."""

from tests.browser.place import HOME, Place

CASE = "main a.queue-title"
PROJECT = "main h3 a"
GROUP = ("main a[href$='/indefra']",)
ORGANISATIONS = [
    Place(f"{HOME}/foreninger/"),
    Place(f"{HOME}/foreninger/?q=qqqq"),
    Place(f"{HOME}/foreninger/", ("main h3 a",)),
    Place(f"/en{HOME}/foreninger/", ("main h3 a",)),
    Place(f"{HOME}/foreninger/ny", reader="author", errs=True),
    Place(f"{HOME}/min-side/foreninger", GROUP, "owner"),
    *(
        Place(f"{HOME}/min-side/foreninger", (*GROUP, f"main a[href$='/{act}']"), "owner", errs=errs)
        for act, errs in (
            ("inviter", True),
            ("giv-videre", True),
            ("ret", False),
            ("forlad", False),
            ("luk", False),
            ("fjern", False),
        )
    ),
    Place(f"{HOME}/min-side/foreninger", (*GROUP, "main a[href*='/folk/']"), "owner"),
    Place(f"{HOME}/opgaver/?kind=organisation", (CASE,), "moderator", errs=True),
]
LACKING = f"{HOME}/ideer/mangler-tovholder"
OFFERED = ("main h3 a[href*='-baenke']",)
CARRIED = ("main h3 a[href*='-stjerner']",)
ADOPTIONS = [
    Place(LACKING),
    Place(f"/en{LACKING}"),
    Place(LACKING, OFFERED),
    Place(LACKING, (*OFFERED, "main a[href$='/tilbyd']"), "owner", errs=True),
    Place(LACKING, (*OFFERED, "main a[href$='/tilbyd']"), "author"),
    Place(LACKING, (*OFFERED, "main a[href$='/vaer-med']"), "owner"),
    Place(f"{HOME}/opgaver/?kind=offer", (CASE,), "moderator", errs=True),
    Place(f"{HOME}/projekter/", (*CARRIED, "main a[href$='/aftale']"), "moderator"),
    Place(f"{HOME}/projekter/", (*CARRIED, "main a[href$='/aftale']", "main a[href$='/skriv']"), "moderator"),
]
# A project as its steward sees it on a telephone, and what staff may besides.
WORK = ("main .milestones a[href*='-korsagerg'], main .milestones a[href$='/arbejde']",)
VOLUNTEERS = (*WORK, "main a[href$='/frivillige']")
RUNNING = [
    Place(f"{HOME}/projekter/mine", WORK, "owner"),
    *(
        Place(f"{HOME}/projekter/mine", (*WORK, f"main a[href$='/{act}']"), "owner", errs=errs)
        for act, errs in (
            ("nyheder", True),
            ("milepaele", True),
            ("dokumenter", True),
            ("ret", False),
            ("tag-tilbage", False),
            ("status/complete", True),
        )
    ),
    Place(f"{HOME}/projekter/mine", (*VOLUNTEERS, "main a[href*='/behov/']:not([href$='/nyt'])"), "owner"),
    Place(f"{HOME}/projekter/mine", (*VOLUNTEERS, "main a[href$='/skriv']"), "owner", errs=True),
    *(
        Place(
            f"{HOME}/projekter/",
            (PROJECT, "main a[href$='/arbejde']", f"main a[href$='/{act}']"),
            "moderator",
        )
        for act in ("tovholder", "forbindelser")
    ),
    Place(f"{HOME}/projekter/?status=active", (PROJECT, "main a[href$='/vaer-med']"), "resident"),
]
