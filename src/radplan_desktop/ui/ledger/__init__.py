"""A list to work through: lines on two rows with a chip, under headings, with a filter above."""
