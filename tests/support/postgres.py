# SPDX-License-Identifier: EUPL-1.2
"""A private PostgreSQL for journeys: a cluster in a temporary folder, on a socket, run as an unprivileged user."""
import ctypes
import os
import pathlib
import pwd
import shutil
import signal
import subprocess
import tempfile
import time

PROGRAMS = pathlib.Path("/usr/lib/postgresql/15/bin")


def is_installed():
    return (PROGRAMS / "initdb").exists()


def _other_user():
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        user = pwd.getpwnam("nobody")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _end_with_us():
    """In the child: SIGQUIT when the journey dies, however it dies."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGQUIT)


class Cluster:
    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="styrkedja-postgres-"))
        self.as_user = _other_user()
        if self.as_user:
            os.chown(self.folder, self.as_user["user"], self.as_user["group"])
        self._run("initdb", "-D", self.folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        with open(self.folder / "log", "wb") as log:
            self.server = subprocess.Popen(
                [PROGRAMS / "postgres", "-D", self.folder / "data", "-k", self.folder, "-c", "listen_addresses="],
                stdout=log, stderr=log, cwd="/", preexec_fn=_end_with_us, **self.as_user)
        for _ in range(600):
            if subprocess.run([PROGRAMS / "pg_isready", "-q", "-h", self.folder], check=False).returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError("PostgreSQL does not start: " + (self.folder / "log").read_text())

    def _run(self, program, *arguments):
        subprocess.run([PROGRAMS / program, *map(str, arguments)], check=True, capture_output=True, cwd="/", **self.as_user)

    def database(self, name):
        self._run("createdb", "-h", self.folder, "-U", "postgres", name)
        return f"postgresql://postgres@/{name}?host={self.folder}"

    def execute(self, name, sql):
        self._run("psql", "-h", self.folder, "-U", "postgres", "-d", name, "-v", "ON_ERROR_STOP=1", "-c", sql)

    def remove(self):
        if self.server.poll() is None:
            self.server.send_signal(signal.SIGQUIT)   # at once: nothing of it is to be kept
            self.server.wait(60)
        shutil.rmtree(self.folder)
