"""How many examples property tests try: `make check` asks for the quick profile, `make test` for the usual hundred."""

from hypothesis import settings

settings.register_profile("quick", max_examples=25)
