"""Telling the lives of the demonstration's children again, of other children."""
