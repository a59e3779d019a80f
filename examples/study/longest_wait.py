#!/usr/bin/env python3
"""A policy in Python: whoever has been known longest is first, and gets the nearest giver.

It reads one line of JSON a choice from standard input and answers with one line. Begin a study with it by

    collegium simulate plan county.toml --policy-cmd "python3 longest_wait.py" --out study
"""

import json
import sys


def choose(asked):
    room = {}
    placements = []
    for need in sorted(asked["waiting"], key=lambda need: (-need["days_known"], need["need"])):
        lacks = need["lacks"]
        for giver, free, _metres in need["givers"]:
            left = room.setdefault(giver, free)
            if lacks and left:
                room[giver] -= 1
                lacks -= 1
                placements.append([need["need"], giver])
    return placements


for line in sys.stdin:
    said = json.loads(line)
    if "choose" in said:
        print(json.dumps({"placements": choose(said["choose"])}), flush=True)
