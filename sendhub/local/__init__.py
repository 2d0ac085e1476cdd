"""Running SENDhub on one machine: packages, PostgreSQL, site and worker.

Plain Python only, no Django: this part runs before any package is installed.
`bin/start` calls `launch`, `bin/test` calls `check`.
"""
