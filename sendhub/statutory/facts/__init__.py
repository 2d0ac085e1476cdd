"""What a rule may be asked with."""
