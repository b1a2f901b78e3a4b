"""One module per act that needs both the file and the answers: open, edit, print, import, export, examples."""
