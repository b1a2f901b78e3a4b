"""What the program is, under which licence, where its questions come from, and whose work it uses."""
