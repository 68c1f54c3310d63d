"""An offer to carry an idea out, and the agreement about a project."""

from participation.adoptions.models.agreements import Agreement as Agreement
from participation.adoptions.models.keeping import KeptIdea as KeptIdea
from participation.adoptions.models.offers import Offer as Offer
from participation.adoptions.models.offers import OfferSupporter as OfferSupporter
