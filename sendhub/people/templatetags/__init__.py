"""Filters for templates about children."""
