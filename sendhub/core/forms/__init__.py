"""Forms: the fields that say what is wrong, and the form that performs one act."""
