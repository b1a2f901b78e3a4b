"""Charts in the window: painted from the same scenes as on paper, walked through by keyboard, with the same data as a list."""
