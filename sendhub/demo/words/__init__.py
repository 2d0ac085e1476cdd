"""What the demonstration says about its invented children."""
