"""Runs a command in a terminal of its own: our input is typed, what it shows is our output.

Last, on stderr, as JSON: how the command ended, and whether it left the terminal as it was (lines, echo).
Usage: pseudo-terminal.py COLUMNS ROWS COMMAND…
"""

import fcntl, json, os, pty, select, struct, subprocess, sys, termios

columns, rows, *command = sys.argv[1:]
master, slave = pty.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", int(rows), int(columns), 0, 0))


def own_terminal():
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)


child = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, preexec_fn=own_terminal)
typing = [sys.stdin.fileno()]
while True:
    ended = child.poll() is not None
    readable, _, _ = select.select([master, *typing], [], [], 0.02)
    if master in readable:
        os.write(1, os.read(master, 65536))
    if typing and typing[0] in readable:
        keys = os.read(typing[0], 65536)
        if keys:
            os.write(master, keys)
        else:
            typing = []
    if ended and not readable:
        break
flags = termios.tcgetattr(slave)[3]
is_sane = bool(flags & termios.ICANON) and bool(flags & termios.ECHO) and bool(flags & termios.ISIG)
print(json.dumps({"code": child.returncode, "isSane": is_sane}), file=sys.stderr)
