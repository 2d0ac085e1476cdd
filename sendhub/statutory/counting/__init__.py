"""How time is counted: in calendar time, or in working days."""
