"""One-shot and idle costs of update clients, interleaved, against an endpoint on loopback that answers at once. Started by bench/cli."""

import argparse
import http.server
import os
import pathlib
import shutil
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import threading
import time

ADDRESS, ADDRESS6, HOST = "11.22.33.44", "2a10:53:aa:1::10", "home.dyn.test"
TOKEN = "abcdefghijklmnopqrstuvwxyz234567"
CLI = pathlib.Path("client-cli/target")
IMAGE = CLI / "image/bin/dyn53"
JAR = CLI / "dyn53.jar"
LEAN = pathlib.Path("bench/src/main/java/io/github/dyn53/bench/companion/LeanClient.java")


class Endpoint(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked = []

    def do_GET(self):
        Endpoint.asked.append(self.path)
        body = (ADDRESS if "checkip" in self.path else "good " + ADDRESS + "\n").encode()
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))

    def log_message(self, *_):
        pass


def serve(work, tls):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    server.daemon_threads = True
    # As web servers have it. Without, the reply waits behind TLS tickets until the client's kernel acknowledges them, 40 ms later.
    server.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(work / "server.pem", work / "server.key")
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


def certificates(work):
    """An authority and a server signed by it, both RSA as AWS has them."""

    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=work)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=bench", "-days", "2")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=api.dyn.test")
    (work / "names").write_text("subjectAltName=DNS:api.dyn.test,IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-out", "server.pem", "-days", "2",
            "-extfile", "names")


def network(work):
    (work / "hosts").write_text("127.0.0.1 localhost api.dyn.test\n")
    for command in (
        ["mount", "--bind", str(work / "hosts"), "/etc/hosts"],
        ["ip", "link", "set", "lo", "up"],
        ["ip", "link", "add", "home0", "type", "veth", "peer", "name", "home1"],
        ["ip", "link", "set", "home1", "up"],
        ["ip", "addr", "add", ADDRESS + "/24", "dev", "home0"],
        ["ip", "addr", "add", ADDRESS6 + "/64", "dev", "home0", "nodad"],
        ["ip", "link", "set", "home0", "up"],
    ):
        subprocess.run(command, check=True)


def private(path, text):
    path.write_text(text)
    path.chmod(0o600)
    return str(path)


class Clients:
    """Command lines for each client: local address or the endpoint's view, with TLS or without."""

    def __init__(self, work, java):
        self.work, self.java = work, java
        self.plain, self.tls = serve(work, False), serve(work, True)

    def dyn53(self, program, name, local, *flags):
        sources = "ipv4 = interface:home0\nipv6 = interface:home0\n" if local else "ipv4 = endpoint\nipv6 = none\n"
        file = private(self.work / f"{name}.conf", f"endpoint = https://api.dyn.test:{self.tls}\ntoken = {TOKEN}\n"
                       f"ca-file = {self.work}/ca.pem\nstate = {self.work}/{name}.state\n{sources}host = {HOST}\n")
        return [*program, "update", "--config", file, *flags]

    def image(self, name, local, *flags):
        return self.dyn53([str(IMAGE)], name, local, *flags)

    def jar(self, name, local, *flags):
        """The jar as a program, with a folder of its own for the classes that it keeps, as in a home of its own."""
        java_home = pathlib.Path(self.java).resolve().parent.parent
        return self.dyn53(["env", f"JAVA_HOME={java_home}", f"CACHE_DIRECTORY={self.work}/{name}.cache", str(JAR)], name, local, *flags)

    def java_jar(self, name, local, *flags):
        return self.dyn53([self.java, "-jar", str(JAR)], name, local, *flags)

    def lean_java(self):
        """What the JDK alone takes, with its usual roots and that of the endpoint."""
        jdk = pathlib.Path(self.java).resolve().parent.parent
        roots = self.work / "roots"
        shutil.copy(jdk / "lib/security/cacerts", roots)
        roots.chmod(0o600)
        subprocess.run([jdk / "bin/keytool", "-importcert", "-noprompt", "-alias", "bench", "-file", self.work / "ca.pem", "-keystore", roots,
                        "-storepass", "changeit"], check=True, capture_output=True)
        subprocess.run([jdk / "bin/javac", "-d", self.work / "lean", LEAN], check=True)
        return [self.java, f"-Djavax.net.ssl.trustStore={roots}", "-cp", str(self.work / "lean"), "io.github.dyn53.bench.companion.LeanClient",
                f"https://api.dyn.test:{self.tls}/checkip"]

    def ddclient(self, name, local, tls, *flags):
        port = self.tls if tls else self.plain
        use = "use=if, if=home0" if local else f"use=web, web={'https' if tls else 'http'}://api.dyn.test:{port}/checkip"
        file = private(self.work / f"{name}.ddclient", f"syslog=no\nssl={'yes' if tls else 'no'}\nssl_ca_file={self.work}/ca.pem\n{use}\n"
                       f"protocol=dyndns2\nserver=api.dyn.test:{port}\nlogin={HOST}\npassword={TOKEN}\n{HOST}\n")
        return ["ddclient", "-daemon=0", "-file", file, "-cache", str(self.work / f"{name}.cache"), *flags]

    def inadyn(self, name, tls, *flags):
        port = self.tls if tls else self.plain
        yes = "true" if tls else "false"
        file = private(self.work / f"{name}.inadyn", f'period = 300\nca-trust-file = {self.work}/ca.pem\ncustom dyn53 {{\n ssl = {yes}\n'
                       f' username = "{HOST}"\n password = "{TOKEN}"\n hostname = "{HOST}"\n ddns-server = "api.dyn.test:{port}"\n'
                       f' ddns-path = "/nic/update?hostname=%h&myip=%i"\n ddns-response = {{ "good", "nochg" }}\n'
                       f' checkip-server = "api.dyn.test:{port}"\n checkip-path = "/checkip"\n checkip-ssl = {yes}\n}}\n')
        cache = self.work / f"{name}.inadyn.cache"
        cache.mkdir(exist_ok=True)
        return ["inadyn", "-1", "-n", "--no-pidfile", "-f", file, f"--cache-dir={cache}", *flags]

    def curl(self, tls):
        port = self.tls if tls else self.plain
        file = private(self.work / "curl.conf", f'user = "{HOST}:{TOKEN}"\ncacert = "{self.work}/ca.pem"\n')
        return ["curl", "-sS", "-K", file, f"{'https' if tls else 'http'}://api.dyn.test:{port}/nic/update?hostname={HOST}"]


def run(command, log):
    """Milliseconds, peak memory in MB and processor milliseconds of a command and what it started; it must end well."""
    before = time.perf_counter()
    # By way of time: a child of this process would count the memory of this process as its own until it has become another program.
    peak = pathlib.Path(log.name + ".peak")
    process = subprocess.Popen(["/usr/bin/time", "-q", "-o", str(peak), "-f", "%M", *command], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        log.flush()
        sys.exit(f"status {process.returncode}: {command}\n{pathlib.Path(log.name).read_text()[-2000:]}")
    return took * 1000, int(peak.read_text().split()[-1]) / 1024, (usage.ru_utime + usage.ru_stime) * 1000


def on_the_wire():
    """Bytes that went over loopback so far, headers of TCP and IP included; in this network only what is measured uses it."""
    line = next(line for line in pathlib.Path("/proc/self/net/dev").read_text().splitlines() if line.strip().startswith("lo:"))
    return int(line.split(":")[1].split()[0])


def measure(contestants, runs, log, expected):
    """Interleaved, so that what disturbs the machine disturbs all."""
    for _, command in contestants:
        run(command, log)
        run(command, log)
    figures = {name: [] for name, _ in contestants}
    for _ in range(runs):
        for name, command in contestants:
            asked, before = len(Endpoint.asked), on_the_wire()
            figures[name].append((*run(command, log), on_the_wire() - before))
            requests = len(Endpoint.asked) - asked
            if requests != expected.get(name, requests):
                sys.exit(f"{name} sent {requests} requests, not {expected[name]}")
    return {name: [statistics.median(column) for column in zip(*rows)] for name, rows in figures.items()}


def table(title, figures, against, targets):
    print(f"\n{title}\n\n| client | time | of ddclient | processor | peak memory | on the wire | target | |\n|---|---|---|---|---|---|---|---|")
    base = figures[against][0]
    for name, (took, memory, cpu, wire) in figures.items():
        target, met = "", ""
        if name in targets:
            target = f"<= {targets[name]} x ddclient, <= 64 MB"
            met = "met" if took <= targets[name] * base and memory <= 64 else "missed"
        print(f"| {name} | {took:.0f} ms | {took / base:.2f} x | {cpu:.0f} ms | {memory:.0f} MB | {wire / 1000:.1f} kB | {target} | {met} |")
    sys.stdout.flush()


def tree(pid):
    """A process and all that it has started."""
    found = [pid]
    for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            found += tree(int(child))
    return found


def cost(pid):
    """Proportional memory in MB, and processor seconds."""
    memory, cpu = 0, 0.0
    for each in tree(pid):
        for line in pathlib.Path(f"/proc/{each}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                memory += int(line.split()[1])
        fields = pathlib.Path(f"/proc/{each}/stat").read_text().rsplit(")", 1)[1].split()
        cpu += sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")
    return memory / 1024, cpu


def idle(clients, minutes, log):
    watch = [word if word != "update" else "watch" for word in clients.image("watch", True)]
    daemons = {
        "dyn53 watch": watch,
        "ddclient, every 60 s": [word if word != "-daemon=0" else "-daemon=60" for word in clients.ddclient("idle", True, True)] + ["-foreground"],
        "inadyn, every 60 s": [word for word in clients.inadyn("idle", True, "-t", "60") if word not in ("-1", "-t", "60")],
    }
    file = clients.work / "idle.inadyn"
    file.write_text(file.read_text().replace("period = 300", "period = 60"))
    started = {name: subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log) for name, command in daemons.items()}
    # What happens at the start belongs to no idle hour.
    time.sleep(75)
    before, asked = {name: cost(process.pid) for name, process in started.items()}, len(Endpoint.asked)
    time.sleep(minutes * 60)
    print(f"\nIdle for {minutes} minutes, processor time for an hour of it\n\n| client | proportional memory | processor | target | |\n|---|---|---|---|---|")
    for name, process in started.items():
        memory, cpu = cost(process.pid)
        hour = (cpu - before[name][1]) * 60 / minutes
        ours = name.startswith("dyn53")
        met = ("met" if memory <= 40 and hour <= 1 else "missed") if ours else ""
        print(f"| {name} | {memory:.0f} MB | {hour:.2f} s | {'<= 40 MB, <= 1 s' if ours else ''} | {met} |")
        process.terminate()


def sizes():
    print("\n| file | size | target | |\n|---|---|---|---|")
    packages = sorted(CLI.glob("dyn53_*.deb"))
    for path, limit in [(JAR, 1.5), *((package, 25) for package in packages)]:
        size = path.stat().st_size / 1e6
        print(f"| {path.name} | {size:.2f} MB | <= {limit} MB | {'met' if size <= limit else 'missed'} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=25)
    parser.add_argument("--idle", type=float, default=10, help="minutes; 0 leaves it out")
    options = parser.parse_args()
    missing = [name for name in ("ddclient", "inadyn", "curl", "openssl", "ip", "time") if not shutil.which(name)]
    if missing or not IMAGE.exists():
        sys.exit(f"missing: {' '.join(missing) or IMAGE}")
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        certificates(work)
        network(work)
        clients = Clients(work, os.environ["DYN53_JAVA"])
        with open(work / "log", "w") as log:
            unchanged = [
                ("dyn53 image", clients.image("local", True)),
                ("dyn53 jar", clients.jar("localjar", True)),
                ("java -jar", clients.java_jar("localjava", True)),
                ("ddclient", clients.ddclient("local", True, False)),
            ]
            table("Nothing changed, seen from local sources", measure(unchanged, options.runs, log, {"dyn53 image": 0, "dyn53 jar": 0, "java -jar": 0, "ddclient": 0}),
                  "ddclient", {"dyn53 image": 0.8})
            asking = [
                ("dyn53 image", clients.image("asks", False)),
                ("dyn53 jar", clients.jar("asksjar", False)),
                ("java -jar", clients.java_jar("asksjava", False)),
                ("lean Java", clients.lean_java()),
                ("ddclient", clients.ddclient("asks", False, True)),
                ("inadyn", clients.inadyn("asks", True)),
            ]
            table("Nothing changed, asked of the endpoint over TLS",
                  measure(asking, options.runs, log, {"dyn53 image": 1, "dyn53 jar": 1, "java -jar": 1, "lean Java": 1, "ddclient": 1, "inadyn": 1}),
                  "ddclient", {"dyn53 image": 1.5, "dyn53 jar": 3})
            # As at home: what is sent later is sent by a program that has run before.
            run(clients.jar("sendsjar", True), log)
            sending = [
                ("dyn53 image", clients.image("sends", True, "--force")),
                ("dyn53 jar", clients.jar("sendsjar", True, "--force")),
                ("java -jar", clients.java_jar("sendsjava", True, "--force")),
                ("ddclient", clients.ddclient("sends", True, True, "-force")),
                ("curl", clients.curl(True)),
            ]
            table("An update sent over TLS", measure(sending, options.runs, log, {"dyn53 image": 1, "dyn53 jar": 1, "java -jar": 1, "ddclient": 1, "curl": 1}),
                  "ddclient", {"dyn53 image": 1.5, "dyn53 jar": 3})
            if options.idle:
                idle(clients, options.idle, log)
    sizes()


main()
