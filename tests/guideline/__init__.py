"""Tests of the room guideline."""
