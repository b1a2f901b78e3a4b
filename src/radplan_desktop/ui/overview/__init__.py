"""The overview: what comes up, how far the plan is, its timeline and indicators, and what is open."""
