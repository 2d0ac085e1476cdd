"""How gunicorn serves the site, in the demonstration and for real.

Memory is held by workers, waiting is done by threads: start with as many workers as
processors, and more threads before more workers.
"""

import os

wsgi_app = "sendhub.wsgi"
bind = os.environ.get("SENDHUB_BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("SENDHUB_THREADS", "4"))
timeout = 60
graceful_timeout = 30
keepalive = 5
# A worker is replaced now and then, so that no leak grows for months.
max_requests = 5000
max_requests_jitter = 500
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108
control_socket_disable = True
accesslog = None
errorlog = "-"
# The pool must not be smaller than the threads that use it.
raw_env = [f"SENDHUB_DB_POOL={os.environ.get('SENDHUB_DB_POOL') or threads + 1}"]
