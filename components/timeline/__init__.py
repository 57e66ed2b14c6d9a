"""The sections of the timeline and their pictures: events, escalation, the toll, two periods compared."""
