"""What runs inside a process that is measured from outside."""
