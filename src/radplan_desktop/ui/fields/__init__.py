"""Fields of an open plan: an editor bound to a cell, with its label, its "n.v.t." and "later", and its place in a form."""
