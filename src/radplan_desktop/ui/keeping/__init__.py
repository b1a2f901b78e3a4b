"""Screens that bring together what stands in registers: actions and decisions, reactions, and findings with what follows."""
