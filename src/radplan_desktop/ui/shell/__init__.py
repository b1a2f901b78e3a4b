"""The shell of an open plan: rail left, page in the middle, explanation right, a bar below. It places regions, no more."""
