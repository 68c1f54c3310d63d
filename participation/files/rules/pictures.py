"""A picture made anew: two sizes, upright, in the colours of every screen, with nothing told about it.

What was sent is only ever read; what is kept is drawn from its points alone, so that place, camera and
whatever else was hidden in the file stay behind.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from participation.foundation.errors import RuleViolation
from participation.foundation.text import N_

MEDIA_TYPE = "image/webp"
MOST_BYTES = 12 * 1024 * 1024
# Telephones take pictures of 50 million points.
MOST_POINTS = 52_000_000
LONGEST_SIDE = 20_000
LARGE, SMALL = 1600, 640
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
Image.init()
# One photograph in several layers, as telephones store it; it does not move.
LAYERED = "MPO"
APPLE = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis")

EMPTY = N_("There is nothing in that picture. Choose another one.")
TOO_LARGE = N_("The picture is larger than 12 MB. Choose a smaller one.")
TOO_MANY_POINTS = N_("The picture has too many points. Choose one that is smaller than 50 megapixels.")
UNKNOWN = N_("We cannot read that as a picture. Choose a JPEG, PNG or WebP.")
BROKEN = N_("The picture is broken. Choose another one.")
FROM_APPLE = N_(
    "We cannot read pictures in the HEIC format. On an iPhone: Settings, Camera, Formats, Most compatible. "
    "Or send it as JPEG."
)
MOVING = N_("The picture moves. Choose one that stands still.")


@dataclass(frozen=True)
class Picture:
    """A picture in both sizes; width and height in points are those of the large one."""

    large: bytes
    small: bytes
    width: int
    height: int
    small_width: int


def made_anew(content: bytes) -> Picture:
    """The picture in its two sizes; RuleViolation, in words for whoever sent it, when it is none.

    Takes up to a second of computing: call it outside any transaction.
    """
    _check_bytes(content)
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as opened:
            _check(opened)
            return _both(_drawn(opened))
    except RuleViolation:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise RuleViolation(TOO_MANY_POINTS) from error
    except UnidentifiedImageError as error:
        raise RuleViolation(UNKNOWN) from error
    # A reader of foreign files fails in any way at all, and each means the same to whoever sent it.
    except Exception as error:
        raise RuleViolation(BROKEN) from error


def _check_bytes(content: bytes) -> None:
    if not content:
        raise RuleViolation(EMPTY)
    if len(content) > MOST_BYTES:
        raise RuleViolation(TOO_LARGE)
    if content[4:8] == b"ftyp" and content[8:12] in APPLE:
        raise RuleViolation(FROM_APPLE)


def _check(opened: Image.Image) -> None:
    """By what the file says at its beginning, before anything is unpacked."""
    if opened.width * opened.height > MOST_POINTS or max(opened.size) > LONGEST_SIDE:
        raise RuleViolation(TOO_MANY_POINTS)
    if opened.format != LAYERED and getattr(opened, "is_animated", False):
        raise RuleViolation(MOVING)


def _drawn(opened: Image.Image) -> Image.Image:
    """Upright, at most as large as the large size, on white, with nothing but its points."""
    opened.draft("RGB", (LARGE, LARGE))
    opened.thumbnail((LARGE, LARGE), Image.Resampling.LANCZOS)
    upright = _in_common_colours(ImageOps.exif_transpose(opened))
    clean = Image.new("RGB", upright.size, "white")
    if upright.has_transparency_data:
        upright = upright.convert("RGBA")
        clean.paste(upright, mask=upright)
    else:
        clean.paste(upright.convert("RGB"))
    return clean


def _in_common_colours(image: Image.Image) -> Image.Image:
    """Telephones have wider colours than the web: without this their pictures come out dull."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image
    return changed or image


def _both(large: Image.Image) -> Picture:
    small = large.copy()
    small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
    return Picture(_packed(large), _packed(small), large.width, large.height, small.width)


def _packed(image: Image.Image) -> bytes:
    packed = BytesIO()
    image.save(packed, "WEBP", quality=QUALITY, method=4)
    return packed.getvalue()
