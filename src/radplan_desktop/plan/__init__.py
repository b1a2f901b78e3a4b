"""What was answered: values and pure functions. A Plan is the fold of a log; all else is a function of Guideline and Plan."""
