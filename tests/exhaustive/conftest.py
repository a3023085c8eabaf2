"""How many examples Hypothesis tries: more than in a quick run."""

from hypothesis import settings

settings.register_profile("exhaustive", settings.get_profile("quick"), max_examples=240)
settings.load_profile("exhaustive")
