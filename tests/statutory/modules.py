"""Every module of the rule book, however deep."""

import importlib
import pkgutil

import sendhub.statutory

MODULES = [
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(
        sendhub.statutory.__path__, prefix="sendhub.statutory."
    )
]
