#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""Three machines in one: each an etcd, a patroni and a PostgreSQL on ports of its own. A program writes; whole machines
are killed; what was acknowledged is counted. Exit code 0 when all of it is there. See script/failover."""
import argparse
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request

BIN = "/usr/lib/postgresql/15/bin"
NAMES = ["one", "two", "three"]


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def as_postgres():
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Machine:
    def __init__(self, folder, name):
        self.folder, self.name = folder / name, name
        self.sql, self.rest, self.etcd, self.peer = free_ports(4)
        self.processes = []
        self.folder.mkdir()
        if os.geteuid() == 0:
            os.chown(self.folder, as_postgres()["user"], as_postgres()["group"])

    def start(self, machines, fresh):
        self.log = open(self.folder / "log", "ab")
        self.run(["etcd", "--name", self.name, "--data-dir", str(self.folder / "etcd"),
                  "--listen-client-urls", f"http://127.0.0.1:{self.etcd}",
                  "--advertise-client-urls", f"http://127.0.0.1:{self.etcd}",
                  "--listen-peer-urls", f"http://127.0.0.1:{self.peer}",
                  "--initial-advertise-peer-urls", f"http://127.0.0.1:{self.peer}",
                  "--initial-cluster", ",".join(f"{m.name}=http://127.0.0.1:{m.peer}" for m in machines),
                  "--initial-cluster-state", "new" if fresh else "existing",
                  "--heartbeat-interval", "250", "--election-timeout", "2500", "--log-level", "error"])
        (self.folder / "patroni.yml").write_text(json.dumps(self.patroni(machines)))
        self.run(["/usr/bin/patroni", str(self.folder / "patroni.yml")])

    def run(self, command):
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(self.folder)}
        self.processes.append(subprocess.Popen(command, stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL,
                                               cwd=self.folder, env=environment, start_new_session=True, **as_postgres()))

    def patroni(self, machines):
        """As on a real machine (docs/high-availability.md), but for the addresses. JSON is YAML."""
        login = lambda name: {"username": name, "password": f"{name}-secret"}
        return {
            "scope": "styrkedja", "name": self.name,
            "restapi": {"listen": f"127.0.0.1:{self.rest}", "connect_address": f"127.0.0.1:{self.rest}"},
            "etcd3": {"hosts": [f"127.0.0.1:{m.etcd}" for m in machines]},
            "bootstrap": {
                "dcs": {"ttl": 20, "loop_wait": 5, "retry_timeout": 5, "maximum_lag_on_failover": 1048576,
                        "synchronous_mode": True,
                        "postgresql": {"use_pg_rewind": True, "use_slots": True,
                                       "parameters": {"max_connections": 50, "wal_keep_size": "256MB",
                                                      "shared_buffers": "32MB"}}},
                "initdb": [{"encoding": "UTF8"}, {"locale": "C.UTF-8"}, "data-checksums"]},
            "postgresql": {
                "listen": f"127.0.0.1:{self.sql}", "connect_address": f"127.0.0.1:{self.sql}",
                "data_dir": str(self.folder / "data"), "bin_dir": BIN, "pgpass": str(self.folder / "pgpass"),
                "pg_hba": ["local all all trust", "host all all 127.0.0.1/32 scram-sha-256",
                           "host replication all 127.0.0.1/32 scram-sha-256"],
                "authentication": {"superuser": login("postgres"), "replication": login("replicator"),
                                   "rewind": login("rewinder")},
                "parameters": {"unix_socket_directories": str(self.folder)}}}

    def kill(self):
        """As when the power goes: every process of the machine at once, by its session."""
        ours = {process.pid for process in self.processes}
        postmaster = self.folder / "data" / "postmaster.pid"
        if postmaster.exists():
            ours.add(int(postmaster.read_text().split()[0]))
        victims = ours | descendants(ours)
        for pid in victims:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        for process in self.processes:
            process.wait()
        self.processes = []
        self.log.close()
        return len(victims)


def descendants(of):
    parents = {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
            parents.setdefault(int(fields[1]), []).append(int(stat.parent.name))
        except OSError:
            pass
    found, todo = set(), list(of)
    while todo:
        for child in parents.get(todo.pop(), []):
            if child not in found:
                found.add(child)
                todo.append(child)
    return found


def members(machines):
    """What patroni says of them: {"one": ("leader", "running"), …}"""
    for machine in machines:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{machine.rest}/cluster", timeout=2) as answer:
                return {each["name"]: (each["role"], each["state"]) for each in json.load(answer)["members"]}
        except (OSError, ValueError, KeyError):
            continue
    return {}


def wait_for(what, holds, seconds=180):
    end = time.time() + seconds
    while time.time() < end:
        if holds():
            return
        time.sleep(0.3)
    raise SystemExit(f"failover: waited {seconds} s in vain: {what}")


def whole(machines):
    roles = [role for role, state in members(machines).values() if state in ("running", "streaming")]
    return sorted(roles) == ["leader", "replica", "sync_standby"]


def leader(machines):
    return next((m for m in machines if members(machines).get(m.name, ("", ""))[0] == "leader"), None)


def acknowledged(path):
    """Times in seconds of what the writer says was acknowledged."""
    return [int(line.split()[2]) / 1000 for line in path.read_text().splitlines() if len(line.split()) == 3]


def one_round(number, machines, said):
    victim = leader(machines)
    before = len(acknowledged(said))
    killed_at = time.time()
    count = victim.kill()
    rest = [m for m in machines if m is not victim]
    wait_for("writes to come back", lambda: acknowledged(said)[-1] > killed_at + 1)
    back = next(at for at in acknowledged(said) if at > killed_at + 0.5) - killed_at
    print(f"round {number}: machine {victim.name} killed ({count} processes) after {before} acknowledged entries; "
          f"{leader(rest).name} takes over; writes back after {back:.1f} s", flush=True)
    time.sleep(2)
    victim.start(machines, fresh=False)
    wait_for(f"{victim.name} to come back as a standby", lambda: whole(machines))
    return back


def standby_round(machines, said):
    """The synchronous standby dies: commits wait until the other one is synchronous."""
    victim = next(m for m in machines if members(machines)[m.name][0] == "sync_standby")
    killed_at = time.time()
    victim.kill()
    wait_for("writes to go on", lambda: acknowledged(said)[-1] > killed_at + 1)
    times = [at for at in acknowledged(said) if at > killed_at - 1]
    longest = max(later - earlier for earlier, later in zip(times, times[1:]))
    print(f"the synchronous standby, {victim.name}, killed: writes stood still for {longest:.1f} s", flush=True)
    time.sleep(2)
    victim.start(machines, fresh=False)
    wait_for(f"{victim.name} to come back as a standby", lambda: whole(machines))


def run(writer, rounds, folder):
    machines = [Machine(folder, name) for name in NAMES]
    process = None
    try:
        for machine in machines:
            machine.start(machines, fresh=True)
        wait_for("a leader and two standbys", lambda: whole(machines))
        url = ("postgresql://postgres:postgres-secret@" + ",".join(f"127.0.0.1:{m.sql}" for m in machines) +
               "/postgres?target_session_attrs=read-write")
        subprocess.run([writer, url, "create"], check=True)
        said = folder / "said"
        process = subprocess.Popen([writer, url, "write"], stdout=open(said, "wb"))
        wait_for("the first entries", lambda: len(acknowledged(said)) > 100)
        times = [one_round(number, machines, said) for number in range(1, rounds + 1)]
        standby_round(machines, said)
        process.terminate()
        process.wait(60)
        print(f"writes were back after {min(times):.1f} to {max(times):.1f} s", flush=True)
        return subprocess.run([writer, url, "verify", str(said)]).returncode
    finally:
        if process and process.poll() is None:
            process.kill()
        for machine in machines:
            if machine.processes:
                machine.kill()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("writer")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", action="store_true", help="leave the folder with the logs")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="styrkedja-failover-"))
    folder.chmod(0o755)
    code = 1
    try:
        code = run(os.path.abspath(options.writer), options.rounds, folder)
    finally:
        if options.keep or code != 0:
            print(f"logs: {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    print("failover: every acknowledged entry is there, without a hole" if code == 0 else "failover: FAILED")
    return code


sys.exit(main())
