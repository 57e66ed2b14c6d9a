"""What all tests share: property tests are never judged by the clock, for machines differ and are busy."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
