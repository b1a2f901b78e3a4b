"""A register: the table of its rows, the line that adds one, and the form for the selected row."""
