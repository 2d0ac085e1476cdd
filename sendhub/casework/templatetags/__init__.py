"""Filters of casework’s templates."""
