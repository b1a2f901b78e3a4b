"""How everything looks: colours and sizes from the design's tokens, fonts, icons, rings, and the plain widgets of all screens."""
