"""The fixed blocks that the forms place on a page: contacts per party, kinds of organisations, what comes back later."""
