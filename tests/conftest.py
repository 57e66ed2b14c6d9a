"""How property tests run: never judged by the clock, for machines differ and are busy. `make check` asks for the quick
profile, `make test` for the usual hundred examples."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.register_profile("quick", max_examples=25, deadline=None)
settings.load_profile("unhurried")
