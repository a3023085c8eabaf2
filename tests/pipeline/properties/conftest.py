"""How many examples: ``pytest tests/properties --hypothesis-profile=thorough`` takes 10,000."""

from hypothesis import settings

settings.register_profile("thorough", max_examples=10_000)
