#!/usr/bin/env python3
"""agree.py DIRECTORY LEMON: puts the problems that `--example instances` wrote to other solvers and writes
agreed.csv and agreed-limits.csv beside this file. LEMON is the network solver of README.md. Stops where two
solvers do not agree. Needs numpy, scipy and ortools."""
import csv, json, pathlib, subprocess, sys

import numpy as np
from ortools.graph.python import min_cost_flow
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, vstack

HERE = pathlib.Path(__file__).parent
DIRECTORY, LEMON = pathlib.Path(sys.argv[1]), sys.argv[2]
FOR_HIGHS = 1_000  # takers, up to which HiGHS is asked, too
FOR_TWO = 5_000  # takers, up to which LEMON is asked twice, and for the score alone, too


class Problem:
    """A problem in the text form: capacities, demands, and givers, takers and scores of pairs."""

    def __init__(self, path):
        rows = {"p": [], "r": [], "e": []}
        for line in open(path):
            kind, *numbers = line.split()
            if kind in rows:
                rows[kind].append([int(number) for number in numbers])
        self.path = path
        self.capacities = np.array([row[0] for row in rows["p"]], dtype=np.int64)
        self.demands = np.array([row[0] for row in rows["r"]], dtype=np.int64)
        pairs = np.array(rows["e"], dtype=np.int64).reshape(-1, 3)
        self.givers, self.takers, self.scores = pairs.T

    def shifted(self):
        """The same with scores from zero on, written beside; what was added to each. Plans of as many units
        all gain as much by it."""
        added = max(0, -int(self.scores.min(initial=0)))
        if added == 0:
            return self, 0
        path = self.path.with_suffix(".shifted.mat")
        with open(path, "w") as out:
            print("h", len(self.capacities), len(self.demands), len(self.scores), file=out)
            out.writelines(f"p {units}\n" for units in self.capacities)
            out.writelines(f"r {units}\n" for units in self.demands)
            out.writelines(
                f"e {giver} {taker} {score + added}\n"
                for giver, taker, score in zip(self.givers, self.takers, self.scores)
            )
        return Problem(path), added


def lemon(problem, algorithm, mode):
    told = subprocess.run([LEMON, algorithm, problem.path, mode], capture_output=True, text=True, check=True)
    told = dict(word.split("=") for word in told.stdout.split() if "=" in word)
    return int(told["matched"]), int(told["score"])


def ortools(problem, mode):
    """Every unit of demand flows from its taker, by a giver or unmet, to one sink."""
    takers, givers = len(problem.demands), len(problem.capacities)
    each_taker, each_giver, sink = np.arange(takers), takers + np.arange(givers), takers + givers
    unmet = (int(problem.scores.max(initial=0)) + 1) * (takers + givers + 2) if mode == "cover" else 0
    flow = min_cost_flow.SimpleMinCostFlow()
    flow.add_arcs_with_capacity_and_unit_cost(
        np.concatenate([problem.takers, each_taker, each_giver]),
        np.concatenate([takers + problem.givers, np.full(takers, sink), np.full(givers, sink)]),
        np.concatenate([np.ones_like(problem.scores), problem.demands, problem.capacities]),
        np.concatenate([-problem.scores, np.full(takers, unmet), np.zeros(givers, dtype=np.int64)]),
    )
    flow.set_nodes_supplies(np.append(each_taker, sink), np.append(problem.demands, -problem.demands.sum()))
    status = flow.solve()
    assert status == flow.OPTIMAL, (problem.path, status)
    used = flow.flows(np.arange(len(problem.scores)))
    return int(used.sum()), int((used * problem.scores).sum())


def lexicographic(goals, rows, low, high, most, whole):
    """The most of each goal in turn, the goals before it kept at theirs: HiGHS, by scipy."""
    constraints = [LinearConstraint(rows, low, high)] if rows.shape[0] else []
    values = []
    for goal in goals:
        found = milp(
            -goal.astype(float),
            constraints=constraints,
            bounds=Bounds(0, most),
            integrality=whole,
            options={"mip_rel_gap": 0},
        )
        assert found.success, found.message
        value = -round(found.fun)
        assert abs(found.fun + value) < 0.01, found.fun
        values.append(value)
        constraints.append(LinearConstraint(goal.reshape(1, -1), value, np.inf))
    return values


def sums(groups, count, width):
    """One row for each of `count` groups: the sum of the variables that are its members."""
    groups = [(row, column) for row, columns in enumerate(groups) for column in columns]
    at = np.array(groups, dtype=np.int64).reshape(-1, 2)
    return coo_array((np.ones(len(at)), (at[:, 0], at[:, 1])), shape=(count, width)).tocsr()


def highs(problem, objective):
    """Units and score of a best plan, in the order in which the objective asks for them."""
    pairs = len(problem.scores)
    if pairs == 0:
        return 0, 0
    members = [[] for _ in range(len(problem.capacities) + len(problem.demands))]
    for pair, (giver, taker) in enumerate(zip(problem.givers, problem.takers)):
        members[giver].append(pair)
        members[len(problem.capacities) + taker].append(pair)
    rows = sums(members, len(members), pairs)
    high = np.concatenate([problem.capacities, problem.demands])
    goals = {"units": np.ones(pairs), "score": problem.scores}
    order = ["units", "score"] if objective == "coverage" else ["score", "units"]
    # A transport problem: a vertex is whole without being told to.
    values = lexicographic([goals[goal] for goal in order], rows, -np.inf, high, np.ones(pairs), np.zeros(pairs))
    found = dict(zip(order, values))
    return found["units"], found["score"]


def plain():
    with open(HERE / "agreed.csv", "w", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow("class takers slack seed givers pairs checksum objective units score peers".split())
        for line in csv.DictReader(open(DIRECTORY / "plain.csv")):
            problem, takers = Problem(DIRECTORY / line["file"]), int(line["takers"])
            described = [line[name] for name in "class takers slack seed givers pairs checksum".split()]
            for objective in ["coverage", "score"] if takers <= FOR_TWO else ["coverage"]:
                mode = {"coverage": "cover", "score": "score"}[objective]
                asked, added = problem.shifted() if objective == "coverage" else (problem, 0)
                found = {"LEMON network simplex": lemon(asked, "ns", mode)}
                if takers <= FOR_TWO:
                    found["LEMON cost scaling"] = lemon(asked, "cos", mode)
                found["OR-Tools"] = ortools(asked, mode)
                found = {peer: (units, score - added * units) for peer, (units, score) in found.items()}
                if takers <= FOR_HIGHS:
                    found["HiGHS"] = highs(problem, objective)
                scores = {score for _, score in found.values()}
                # Under score only HiGHS also looks for the most units.
                units = {units for peer, (units, _) in found.items() if objective == "coverage" or peer == "HiGHS"}
                assert len(scores) == 1 and len(units) <= 1, (line, objective, found)
                table.writerow([*described, objective, *(units or {""}), *scores, "; ".join(found)])
                out.flush()


def micros(score):
    return round(float(score) * 1_000_000)


def limited(problem):
    """Units short, units, and score with what stays, of a best plan under each objective: by HiGHS."""
    pairs = [(pair["giver"], pair["taker"]) for pair in problem["pairs"]]
    sides = [
        (0, problem["givers"], "capacity", problem.get("giver_groups", [])),
        (1, problem["takers"], "demand", problem.get("taker_groups", [])),
    ]
    limits, teams = [], {}  # minimum, maximum, and the pairs that count
    for side, members, most, groups in sides:
        own, of_group = {}, {group["id"]: [] for group in groups}
        by_id = {group["id"]: group for group in groups}
        for pair, ends in enumerate(pairs):
            own.setdefault(ends[side], []).append(pair)
        for member in members:
            mine, within = own.get(member["id"], []), member.get("within")
            limits.append((member.get("minimum", 0), member[most], mine))
            while within:
                of_group[within] += mine
                if by_id[within].get("team"):
                    for pair in mine:
                        teams.setdefault((within, pairs[pair][0]), []).append(pair)
                within = by_id[within].get("within")
        limits += [(group.get("minimum", 0), group["maximum"], of_group[group["id"]]) for group in groups]
    limits += [(0, 1, served) for served in teams.values()]
    # One variable a pair, and one a minimum: what is missing of it.
    lacking = [limit for limit in limits if limit[0] > 0]
    width = len(pairs) + len(lacking)
    at_most = sums([limit[2] for limit in limits], len(limits), width)
    at_least = sums([limit[2] + [len(pairs) + at] for at, limit in enumerate(lacking)], len(lacking), width)
    rows = vstack([at_most, at_least])
    low = np.array([-np.inf] * len(limits) + [limit[0] for limit in lacking])
    high = np.array([limit[1] for limit in limits] + [np.inf] * len(lacking))
    is_pair = np.arange(width) < len(pairs)
    named = lambda name: {(pair["giver"], pair["taker"]) for pair in problem.get(name, [])}
    required, present = named("required"), named("present")
    kept = np.array([float(pair in required) for pair in pairs] + [-1.0] * len(lacking))
    units = is_pair.astype(float)
    score = np.array([micros(pair["score"]) for pair in problem["pairs"]] + [0] * len(lacking))
    stays = np.array([micros(problem.get("change_price", 0)) * (pair in present) for pair in pairs] + [0] * len(lacking))
    for objective, goals in {
        "coverage": (kept, units, score),
        "score": (kept, score, units),
        "least_change": (kept, units, score + stays),
    }.items():
        most = np.where(is_pair, 1, np.inf)
        values = lexicographic(goals, rows, low, high, most, is_pair.astype(int))
        short = len(required) - values[0]
        yield [objective, short, *(values[1:] if objective != "score" else values[:0:-1])]


def limits():
    with open(HERE / "agreed-limits.csv", "w", newline="") as out:
        table = csv.writer(out, lineterminator="\n")
        table.writerow("size seed objective short units score".split())
        for line in csv.DictReader(open(DIRECTORY / "limits.csv")):
            for found in limited(json.load(open(DIRECTORY / line["file"]))):
                table.writerow([line["size"], line["seed"], *found])
                out.flush()


limits()
plain()
