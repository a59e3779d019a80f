"""The queue of main.rs in SimPy: customers from a file, then seconds and the sum of their waits, in ticks.

python3 queue.py CUSTOMERS TEAMS, where each line of CUSTOMERS is "arrives service".
"""

import sys
import time

import simpy


def customer(env, teams, service, waits):
    came = env.now
    with teams.request() as asked:
        yield asked
        waits.append(env.now - came)
        yield env.timeout(service)


def source(env, teams, customers, waits):
    for arrives, service in customers:
        yield env.timeout(arrives - env.now)
        env.process(customer(env, teams, service, waits))


def main():
    with open(sys.argv[1], encoding="ascii") as lines:
        customers = [tuple(map(int, line.split())) for line in lines]
    begun = time.perf_counter()
    env = simpy.Environment()
    teams = simpy.Resource(env, capacity=int(sys.argv[2]))
    waits = []
    env.process(source(env, teams, customers, waits))
    env.run()
    seconds = time.perf_counter() - begun
    print(seconds, sum(waits))


main()
