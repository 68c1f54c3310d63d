"""Every kind of page, by how one gets there, and who may see it."""

from tests.architecture.sources import declared
from tests.browser.place import HOME, Place
from tests.browser.places_of_projects import ADOPTIONS, CASE, ORGANISATIONS, PROJECT, RUNNING


def _visitor(home: str) -> list[Place]:
    plain = (
        "/",
        "/maal/",
        "/strategi/",
        "/strategi/status",
        "/ideer/",
        "/ideer/?q=qqqq",
        "/projekter/",
        "/svarer-vi-til-tiden",
    )
    texts = (
        "/regler",
        "/privatliv",
        "/om",
        "/kontakt",
        "/_post/",
        "/konto-lukket",
        "/findes-ikke",
        "/moderering",
    )
    led = (
        ("/maal/", "main a[href*='aktivt-fritidsliv']"),
        ("/maal/", "main a[href*='/maal/']"),
        ("/strategi/", "main a[href*='/tema/']"),
        ("/projekter/", "main h3 a"),
        ("/ideer/?q=skatehal", "main a[href*='-skatehal']"),
        ("/ideer/?q=lys+stien", "main a[href*='lys-paa']"),
        ("/ideer/?q=korsagerg%C3%A5rd", "main a[href*='-i-korsagergaard']"),
    )
    forms = ("/log-ind", "/foreslaa")
    return [
        *(Place(home + path) for path in plain + texts),
        *(Place(home + path, tuple(links)) for path, *links in led),
        *(Place(home + path, errs=True) for path in forms),
    ]


WAITING = f"{HOME}/opgaver/?kind=review"
UNANSWERED = f"{HOME}/opgaver/?kind=answer"
MEETING = ".meeting h3 a"
IDEA = "main h3 a[href*='/ideer/']"
DECIDED = "main a[href*='/opgaver/']"
MERGE = "main a[href$='/saml']"

RESIDENT = [
    *(Place(HOME + path, reader="author") for paths in declared("PLACES") for path in paths),
    Place(f"{HOME}/mine-ideer", reader="author"),
    Place(f"{HOME}/mine-ideer", ("main a[href*='/ideer/']",), "author"),
    Place(f"{HOME}/min-side", reader="author"),
    Place(f"{HOME}/min-side/navn", reader="author"),
    Place(f"{HOME}/min-side/beslutninger", reader="author"),
    Place(f"{HOME}/ideer/?q=skatehal", ("main a[href*='-skatehal']", "main a[href$='/anmeld']"), errs=True),
    Place(f"{HOME}/min-side/luk-konto", reader="author"),
    Place(f"{HOME}/projekter/?status=active", (PROJECT, "main a[href$='/vaer-med']"), "author"),
    Place(f"{HOME}/kalender/", (MEETING,), "author"),
    Place(f"{HOME}/kalender/", (MEETING, "main a[href$='/tilmeld']"), "author"),
    Place(f"{HOME}/foreslaa", reader="author", errs=True),
    Place(f"{HOME}/ideer/?q=lys+stien", ("main a[href*='lys-paa']",), "resident"),
    Place(
        f"{HOME}/ideer/?q=lys+stien",
        ("main a[href*='lys-paa']", "main a[href$='/svar']"),
        "resident",
        errs=True,
    ),
]
DESK = [
    Place(f"{HOME}/opgaver/", reader="moderator"),
    *(Place(f"{HOME}/opgaver/?kind={kind}", (CASE,), "moderator") for kind in ("report", "held", "appeal")),
    Place(f"{HOME}/opgaver/?kind=deletion", (CASE,), "administrator"),
    Place(f"{HOME}/indstillinger/hvem-gjorde-hvad", reader="administrator"),
    Place(f"{HOME}/foreninger/", ("main h3 a", "main a[href$='/anmeld']"), errs=True),
    Place(WAITING, (CASE,), "moderator"),
    Place(UNANSWERED, (CASE,), "moderator"),
    *(
        Place(WAITING, (CASE, f"main a[href$='/{act}']"), "moderator", errs=act != "publish")
        for act in ("publish", "return", "refuse")
    ),
    *(
        Place(UNANSWERED, (CASE, f"main a[href$='/{act}']"), "moderator", errs=True)
        for act in ("accept", "decline", "answer_for_now", "start_review", "recognise")
    ),
    Place(
        f"{HOME}/ideer/?q=skatehal",
        ("main a[href*='-skatehal']", "main a[href$='/luk-samtalen']"),
        "moderator",
        errs=True,
    ),
    Place(UNANSWERED, (CASE, "main a[href*='/stop']"), "moderator", errs=True),
    Place(UNANSWERED, (CASE, MERGE, "?q=idé"), "moderator"),
    Place(UNANSWERED, (CASE, MERGE, "?q=station", "main a[href*='/saml/']"), "moderator"),
    Place(UNANSWERED, (CASE, "main a[href$='/sagsakt']"), "moderator"),
    Place(f"{HOME}/opgaver/noedbremse", reader="moderator"),
    Place(f"{HOME}/projekter/nyt", reader="moderator", errs=True),
    Place(f"{HOME}/projekter/", (PROJECT, "main a[href$='/arbejde']"), "moderator"),
    Place(f"{HOME}/projekter/?status=completed", (PROJECT,)),
    Place(f"{HOME}/projekter/?status=completed", (PROJECT, "main a[href$='/resultat']"), "moderator"),
    Place(f"{HOME}/opgaver/?kind=feedback", ("main a[href*='/tilbagemeldinger/']",), "moderator", errs=True),
    Place(f"{HOME}/projekter/?status=active", (PROJECT, "main a[href$='/frivillige']"), "moderator"),
    Place(
        f"{HOME}/projekter/?status=active",
        (PROJECT, "main a[href$='/frivillige']", "main a[href$='/behov/nyt']"),
        "moderator",
        errs=True,
    ),
    Place(f"{HOME}/kalender/nyt", reader="moderator", errs=True),
    *(
        Place(f"{HOME}/kalender/", (MEETING, f"main a[href$='/{part}']"), "moderator", errs=part == "aflys")
        for part in ("deltagere", "ret", "aflys")
    ),
    Place(
        f"{HOME}/kalender/",
        (MEETING, "main a[href$='/deltagere']", "main a[href$='/deltagere/skriv']"),
        "moderator",
        errs=True,
    ),
]
EDIT, PART = "main a[href$='/rediger']", "main a[href*='/dele/']"
INDICATORS = f"{HOME}/indstillinger/strategi/indikatorer/"
MEASURED = "main .panel a[href*='/indikatorer/']"
OFFICE = [
    Place(INDICATORS, reader="moderator"),
    Place(INDICATORS, (MEASURED,), "administrator", errs=True),
    Place(INDICATORS, (MEASURED, "main a[href$='/fil']"), "administrator", errs=True),
    Place(INDICATORS, (MEASURED, "main a[href$='/ret']"), "administrator"),
    *(
        Place(f"{HOME}/indstillinger/{name}", reader="administrator")
        for name in ("", "begrundelser", "roller", "strategi", "tekster")
    ),
    Place(f"{HOME}/indstillinger/", ("main a[href*='/indstillinger/']:not([href$='/'])",), "administrator"),
    Place(f"{HOME}/indstillinger/tekster", ("main a[href*='/tekster/']",), "administrator"),
    Place(f"{HOME}/indstillinger/begrundelser", ("main a[href*='/begrundelser/']",), "administrator"),
    Place(f"{HOME}/indstillinger/strategi/ny", reader="administrator", errs=True),
    Place(
        f"{HOME}/maal/",
        ("main a[href*='hjem'], main a[href*='aeldrepleje']", "main a[href*='/nyt/']"),
        "administrator",
        errs=True,
    ),
    Place(f"{HOME}/indstillinger/strategi", (EDIT,), "administrator"),
    Place(f"{HOME}/indstillinger/strategi", (EDIT, "main a[href$='/strategi/1']"), "administrator"),
    Place(f"{HOME}/indstillinger/strategi", (EDIT, "main a[href$='/rediger/om']"), "administrator"),
    Place(f"{HOME}/indstillinger/strategi", (EDIT, PART), "administrator"),
    Place(f"{HOME}/indstillinger/strategi", (EDIT, "main a[href*='/nye/']"), "administrator", errs=True),
    *(
        Place(f"{HOME}/indstillinger/strategi", (EDIT, PART, f"main a[href$='/{act}']"), "administrator")
        for act in ("del", "saml", "fjern")
    ),
]


def _at_the_desk(home: str) -> list[Place]:
    """What surrounds the acts on a single idea, in either language."""
    desk = f"{home}/opgaver"
    plain = ("genveje", "skabeloner", "samlet/", "noedbremse", "?kind=answer&overdue=1&q=sti")
    forms = (
        "samlet/ny/assign?all=1&kind=review",
        "skabeloner/ny",
        "papir",
        "samlet/ny/return?all=1&kind=review",
        "samlet/ny/decline?all=1",
    )
    beside = {"giv-videre": True, "bidrag": True, "underskrifter": True, "saml": False, "sagsakt": False}
    return [
        *(Place(f"{desk}/{path}", reader="moderator") for path in plain),
        *(Place(f"{desk}/{path}", reader="moderator", errs=True) for path in forms),
        *(
            Place(f"{desk}/?kind=answer", (CASE, f"main a[href$='/{path}']"), "moderator", errs)
            for path, errs in beside.items()
        ),
        Place(f"{desk}/skabeloner", ("main .panel a",), "moderator"),
        Place(f"{home}/ideer/?status=accepted", (IDEA, DECIDED, "main a[href*='/svar/']"), "moderator"),
        Place(f"{home}/papirkode", reader="resident", errs=True),
        Place(f"{home}/maal/", ("main a[href*='/maal/']", "main a[href$='/papir']")),
    ]


VISITOR = [Place("/"), *_visitor(HOME)]
ENGLISH = [
    *_visitor(f"/en{HOME}")[::4],
    Place(f"/en{HOME}/opgaver/", reader="moderator"),
    *(Place(f"/en{HOME}/opgaver/?kind={kind}", (CASE,), "moderator") for kind in ("review", "answer")),
    *_at_the_desk(f"/en{HOME}"),
]
PLACES = [
    Place("/komponenter"),
    *VISITOR,
    *ENGLISH,
    *RESIDENT,
    *DESK,
    *_at_the_desk(HOME),
    *ORGANISATIONS,
    *ADOPTIONS,
    *RUNNING,
    *OFFICE,
]
