"""The quick way to an address gives what the slow one gives."""

import pytest
from django.urls import reverse

from sendhub.core.addresses import page_of


@pytest.mark.parametrize("pk", [1, 42, 987654321, 10**15])
@pytest.mark.parametrize(
    "name", ["casework:case-page", "casework:document-add", "people:child-page"]
)
def test_gives_the_address_that_django_works_out(name, pk):
    assert page_of(name, pk) == reverse(name, args=[pk])
