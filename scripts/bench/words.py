"""Danish-like text, the same at every run."""

from random import Random

THINGS = (
    "bænke træer cykelstativer legepladser lys skraldespande blomster borde vandposter hegn skilte "
    "højbede basketkurve fodboldmål trapper broer gynger bogskabe udstillinger fællesspisninger"
).split()
KINDS = "flere bedre nye grønne tryggere større smukkere fælles trygge billige".split()
PLACES = (
    "ved stien|på torvet|ved skolen|i parken|ved stationen|langs søen|ved havnen|i hallen|ved biblioteket"
    "|på stranden|bag kirken|ved plejehjemmet|i skoven|ved idrætsanlægget|i gården|på den gamle fabriksgrund"
).split("|")
QUARTERS = "nord syd øst vest midt strand landsby bymidte bakke mose eng vænge".split()
REASONS = (
    "så ældre kan hvile sig på vejen|så børnene kan gå i skole alene|fordi der er mørkt om aftenen"
    "|så vi kan mødes på tværs af generationer|fordi der mangler skygge om sommeren"
    "|så flere lader bilen stå|fordi bierne mangler noget at leve af|så stedet bliver brugt hele året"
).split("|")
OPENINGS = (
    "Jeg bor tæt på|Vi er nogle naboer, der længe har talt om det|Hver dag går jeg forbi"
    "|Min mor bruger kørestol|I klassen har vi undersøgt det|Foreningen vil gerne hjælpe"
).split("|")
OPINIONS = (
    "Det ville gøre en stor forskel for os|Vi vil gerne være med til at passe det|Det koster ikke ret meget"
    "|Andre kommuner har gjort det med held|Man kunne begynde i det små|Det er værd at prøve i et år"
    "|Der er plads nok, hvis parkeringen flyttes|Jeg håber, at kommunen vil se på det"
).split("|")
FIRST_NAMES = "Anne Mette Bent Karen Jens Lone Ole Fatima Peter Søren Aisha Hanne Emil Ida Yusuf Åse".split()
ANSWER = "Vi har talt med driften og set på stedet sammen med dem, der bruger det til daglig."


def title(random: Random) -> str:
    """What somebody would like to have."""
    kind, thing, place = random.choice(KINDS), random.choice(THINGS), random.choice(PLACES)
    return f"{kind.capitalize()} {thing} {place} i {random.choice(QUARTERS)}"


def paragraph(random: Random, sentences: int) -> str:
    """Some sentences in a row."""
    return " ".join(_sentence(random) for _ in range(sentences))


def body(random: Random) -> str:
    """Two to four paragraphs."""
    return "\n\n".join(paragraph(random, random.randint(2, 5)) for _ in range(random.randint(2, 4)))


def name(number: int) -> str:
    """A person's name."""
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {chr(65 + number // 16 % 26)}."


def _sentence(random: Random) -> str:
    if random.random() < 0.4:
        return f"{random.choice(OPENINGS)}, {random.choice(REASONS)}."
    thing, place = random.choice(THINGS), random.choice(PLACES)
    return (
        f"{random.choice(OPINIONS)}, {random.choice(REASONS)}, og {thing} {place} er et godt sted at starte."
    )
