"""Frames of the page of the timeline: toll, published totals, scores, escalation, two periods compared."""
