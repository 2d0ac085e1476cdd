"""A caseload of any size, made of the demonstration's live cases."""
