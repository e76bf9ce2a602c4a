"""The router's address changes: how long until DNS answers it, for dyn53 watch and other clients side by side. Started by bench/natlab."""

import argparse
import json
import pathlib
import queue
import random
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time

SCRIPT = str(pathlib.Path("client-cli/src/test/natlab/natlab").resolve())
IMAGE = str(pathlib.Path("client-cli/target/image/bin/dyn53").resolve())
HOSTS = {"dyn53 watch": "home.dyn.test", "ddclient": "ddclient.dyn.test", "inadyn": "inadyn.dyn.test"}


def poll(hosts):
    """Runs outside, in the lab: asks the name server over and over and prints each new answer with its time."""

    def question(name):
        labels = b"".join(bytes([len(label)]) + label.encode() for label in name.split("."))
        return struct.pack(">6H", random.getrandbits(16), 0, 1, 0, 0, 0) + labels + b"\0" + struct.pack(">2H", 1, 1)

    asked, last = socket.socket(socket.AF_INET, socket.SOCK_DGRAM), {}
    asked.connect(("127.0.0.1", 53))
    asked.settimeout(1)
    while True:
        for host in hosts:
            try:
                asked.send(question(host))
                answer = asked.recv(512)
            except OSError:
                continue
            # The one record's data is at the end; no EDNS was asked for.
            address = socket.inet_ntoa(answer[-4:]) if answer[6:8] != b"\0\0" else ""
            if address != last.get(host):
                last[host] = address
                print(f"{time.monotonic()} {host} {address}", flush=True)
        time.sleep(0.005)


class Lab:
    def __init__(self, folder, classpath):
        self.folder = folder
        self.process = subprocess.Popen([SCRIPT, "up", folder, classpath], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        if self.process.stdout.readline().strip() != "ready":
            sys.exit("the lab was not built")
        self.ready = json.loads(pathlib.Path(folder, "ready.json").read_text())
        self.answers, self.seen = queue.Queue(), {}
        self.poller = self.start("net", sys.executable, __file__, "--poll", *HOSTS.values(), stdout=subprocess.PIPE)
        threading.Thread(target=self.read, daemon=True).start()

    def tell(self, *verb):
        return subprocess.run([SCRIPT, self.folder, *verb], check=True, capture_output=True, text=True).stdout

    def start(self, where, *command, **more):
        return subprocess.Popen([SCRIPT, self.folder, "exec", where, *command], text=True, stdin=subprocess.DEVNULL, **more)

    def read(self):
        for line in self.poller.stdout:
            moment, host, address = (line.rstrip("\n").split(" ") + [""])[:3]
            self.seen[host] = (float(moment), address)

    def admin(self, command):
        url = f"{self.ready['lambda']}/2015-03-31/functions/AdminFunction/invocations"
        return self.tell("exec", "net", "curl", "-sS", "-d", json.dumps(command), url)

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def private(path, text):
    path.write_text(text)
    path.chmod(0o600)
    return str(path)


def start_clients(lab, work):
    token, ca = lab.ready["token"], f"{lab.folder}/ca.pem"
    log = open(work / "clients.log", "w")
    dyn53 = private(work / "dyn53.conf", f"endpoint = https://api.dyn.test\ntoken = {token}\nca-file = {ca}\nstate = {work}/state\nhost = {HOSTS['dyn53 watch']}\n")
    # By IPv4 alone, as both take what checkip says for the IPv4 address. Sixty seconds is the least that ddclient takes, thirty inadyn's.
    host = HOSTS["ddclient"]
    ddclient = private(work / "ddclient.conf", f"syslog=no\ndaemon=60\nssl=yes\nssl_ca_file={ca}\nuse=web, web=https://11.22.33.1/checkip\n"
                       f"protocol=dyndns2\nserver=api.dyn.test\nlogin={host}\npassword={token}\n{host}\n")
    host = HOSTS["inadyn"]
    inadyn = private(work / "inadyn.conf", f'period = 30\nca-trust-file = {ca}\ncustom dyn53 {{\n ssl = true\n username = "{host}"\n password = "{token}"\n'
                     f' hostname = "{host}"\n ddns-server = "api.dyn.test:443"\n ddns-path = "/nic/update?hostname=%h&myip=%i"\n'
                     f' ddns-response = {{ "good", "nochg" }}\n checkip-server = "11.22.33.1:80"\n checkip-path = "/checkip"\n checkip-ssl = false\n}}\n')
    (work / "inadyn.cache").mkdir()
    lab.start("home", IMAGE, "watch", "--config", dyn53, "--verbose", stdout=log, stderr=log)
    lab.start("home", "ddclient", "-foreground", "-daemon=60", "-file", ddclient, "-cache", str(work / "ddclient.cache"), stdout=log, stderr=log)
    lab.start("home", "inadyn", "-n", "--no-pidfile", "-f", inadyn, f"--cache-dir={work}/inadyn.cache", "--continue-on-error", stdout=log, stderr=log)


def await_all(lab, address, clients, limit):
    """The times at which DNS first gave the address, for each client."""
    deadline, took = time.monotonic() + limit, {}
    while len(took) < len(clients) and time.monotonic() < deadline:
        for client in clients:
            moment, seen = lab.seen.get(HOSTS[client], (0, ""))
            if seen == address:
                took.setdefault(client, moment)
        time.sleep(0.005)
    return took


def row(client, times, missed, target):
    if not times:
        return f"| {client} | 0 | | | {missed} | | |"
    p50, longest = statistics.median(times), max(times)
    met = "" if not target else "met" if p50 <= 1 and longest <= 3 and not missed else "missed"
    return f"| {client} | {len(times)} | {p50:.2f} s | {longest:.2f} s | {missed} | {target} | {met} |"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("classpath")
    parser.add_argument("--changes", type=int, default=20)
    parser.add_argument("--rival-changes", type=int, default=6, help="how many of them wait for ddclient and inadyn as well, a minute or two each")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        lab = Lab(str(work / "lab"), options.classpath)
        try:
            for client in ("ddclient", "inadyn"):
                lab.admin({"command": "host.add", "hostname": HOSTS[client]})
            start_clients(lab, work)
            first = HOSTS if options.rival_changes else ["dyn53 watch"]
            if len(await_all(lab, "11.22.33.44", first, 150)) < len(first):
                sys.exit("not all clients made their first update:\n" + (work / "clients.log").read_text())
            times, missed = {client: [] for client in HOSTS}, {client: 0 for client in HOSTS}
            for change in range(options.changes):
                everyone = change < options.rival_changes
                # At no fixed moment of anybody's interval.
                time.sleep(random.uniform(4, 30 if everyone else 8))
                address = f"11.22.33.{100 + change % 100}"
                waited = list(HOSTS) if everyone else ["dyn53 watch"]
                began = time.monotonic()
                lab.tell("address", address)
                took = await_all(lab, address, waited, 150 if everyone else 30)
                for client in waited:
                    if client in took:
                        times[client].append(took[client] - began)
                    else:
                        missed[client] += 1
            print("| client | changes | p50 | max | not in time | target | |\n|---|---|---|---|---|---|---|")
            print(row("dyn53 watch", times["dyn53 watch"], missed["dyn53 watch"], "p50 <= 1 s, max <= 3 s"))
            print(row("inadyn, every 30 s", times["inadyn"], missed["inadyn"], ""))
            print(row("ddclient, every 60 s", times["ddclient"], missed["ddclient"], ""))
        finally:
            lab.close()


if sys.argv[1:2] == ["--poll"]:
    poll(sys.argv[2:])
else:
    main()
