"""The pages of an open plan: a section with its cards, the open points, the documents."""
