"""The documents of a plan: shown as they will be printed, before they are saved."""
