"""The helper beside a row: what its answers already say."""
