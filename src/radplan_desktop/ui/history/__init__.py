"""The history of a plan: who changed what when, and one earlier answer put back."""
