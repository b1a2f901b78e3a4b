"""Before a plan is open: the start, opening with a passphrase, a new plan, and who works here."""
