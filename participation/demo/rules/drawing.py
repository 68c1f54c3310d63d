"""Small pictures for the demonstration, drawn here, so that no photograph of anybody is needed."""

from collections.abc import Callable
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

SIZE = (1200, 800)
SKY, GRASS, WOOD, PAPER, SOUP = "#cfe3ee", "#8fb573", "#9a6b43", "#fbf7ee", "#b3541e"
COATS = ("#1d5c4d", "#b3541e", "#f2b134", "#36648b", "#9b2c2c", "#5d4a7e")


def drawn(scene: str) -> bytes:
    """The scene as a JPEG; KeyError when nobody has drawn it."""
    image = Image.new("RGB", SIZE, SKY)
    SCENES[scene](ImageDraw.Draw(image), Random(scene))
    packed = BytesIO()
    image.save(packed, "JPEG", quality=85)
    return packed.getvalue()


def _meal(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    """A long table with plates, and people around it."""
    draw.rectangle((0, 0, 1200, 800), fill="#efe3cf")
    _people(draw, chance, y=290)
    draw.polygon([(120, 420), (1080, 420), (1200, 800), (0, 800)], fill=WOOD)
    for row in range(3):
        for seat in range(5):
            x, y = 240 + seat * (180 + row * 15) - row * 30, 470 + row * 115
            draw.ellipse((x - 62, y - 30, x + 62, y + 30), fill=PAPER)
            draw.ellipse((x - 36, y - 17, x + 36, y + 17), fill=SOUP)


def _kitchen(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    """Pots on a stove, with steam."""
    draw.rectangle((0, 0, 1200, 800), fill="#e8ecec")
    draw.rectangle((0, 520, 1200, 800), fill="#55625d")
    for index in range(4):
        x = 90 + index * 280
        draw.rectangle((x, 380, x + 200, 530), fill=chance.choice(COATS))
        draw.rectangle((x - 16, 372, x + 216, 392), fill="#1b2421")
        for puff in range(3):
            y = 320 - puff * 80
            draw.ellipse((x + 40 + puff * 20, y, x + 110 + puff * 20, y + 60), fill=PAPER)


def _garden(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    """Raised beds and small trees in a row."""
    draw.rectangle((0, 430, 1200, 800), fill=GRASS)
    for index in range(6):
        x = 70 + index * 195
        draw.rectangle((x + 55, 300, x + 75, 470), fill=WOOD)
        draw.ellipse((x - 10, 150 + chance.randrange(40), x + 140, 350), fill="#4f7d4a")
        draw.rectangle((x, 560, x + 150, 700), fill=WOOD)
        for leaf in range(5):
            draw.ellipse((x + 8 + leaf * 28, 535, x + 32 + leaf * 28, 585), fill="#2f6b3c")


def _boxes(draw: ImageDraw.ImageDraw, chance: Random) -> None:
    """Two boxes by a lake."""
    draw.rectangle((0, 430, 1200, 800), fill=GRASS)
    draw.ellipse((350, 380, 1300, 560), fill="#7fa7bd")
    for x in (170, 620):
        draw.rectangle((x + 110, 560, x + 140, 740), fill=WOOD)
        draw.rectangle((x, 400, x + 250, 570), fill="#5d7d4f")
        draw.polygon([(x - 25, 400), (x + 275, 400), (x + 230, 340), (x + 20, 340)], fill="#1b2421")
    for _ in range(14):
        x, y = chance.randrange(1200), chance.randrange(620, 790)
        draw.line((x, y, x + 8, y - 60), fill="#2f6b3c", width=6)


def _people(draw: ImageDraw.ImageDraw, chance: Random, y: int) -> None:
    for index in range(7):
        x = 130 + index * 155
        draw.ellipse((x - 40, y - 110, x + 40, y - 30), fill=chance.choice(("#e3b48f", "#b98058", "#f0cda8")))
        draw.rounded_rectangle((x - 62, y - 30, x + 62, y + 190), 40, fill=chance.choice(COATS))


SCENES: dict[str, Callable[[ImageDraw.ImageDraw, Random], None]] = {
    "meal": _meal,
    "kitchen": _kitchen,
    "garden": _garden,
    "boxes": _boxes,
}
