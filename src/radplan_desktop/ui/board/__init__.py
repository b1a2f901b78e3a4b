"""A map or process line on a screen of its own, with beside it what belongs to what is chosen in it."""
