"""The window as a screen reader has it: over AT-SPI, on an X screen of its own."""
