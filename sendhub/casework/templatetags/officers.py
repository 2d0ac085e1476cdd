"""Whose case it is, in the words staff use."""

from django import template

from sendhub.casework import away

register = template.Library()
register.filter("officer_words", away.officer_words)
