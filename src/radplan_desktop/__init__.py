"""RadPlan Desktop: plans for local interventions that should prevent radicalisation; encrypted, and without a network."""

__version__ = "0.1.0"
