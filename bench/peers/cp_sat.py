"""OR-Tools' CP-SAT, one worker, watched as it finds better points.

Prints {"version": ...} once it is ready. Then, for each line of JSON on standard input,
{"model": file, "seconds", "relativeGap", "absoluteGap", "seed"}, one line on standard output:
{"status": "optimal"|"feasible"|"infeasible"|"none", "values": [...], "bound", "processor", "incumbents": [[at, [[column, value], ...]], ...]}.
The file contains the programme as arrays. "seconds" is the solve's limit in processor seconds; "processor" and "at" count those of all
solves so far. Incumbents contain the non-zero integer columns only: who works where.
"""

import json
import math
import os
import sys
import threading
import time

from ortools import __version__
from ortools.sat.python import cp_model

# Redirects the solver's own output, which would otherwise mix with the answers.
ANSWERS = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)

# CP-SAT is integer only: fractions become thousandths, and rows are scaled so that their coefficients are nearly exact.
FINENESS = 1000
ROWS = 10_000_000
# Upper bound of columns without one: how far a rule can be missed.
MOST = 100_000


class Recorder(cp_model.CpSolverSolutionCallback):
    def __init__(self, columns, whole, clock):
        super().__init__()
        self.columns, self.whole, self.clock, self.incumbents = columns, whole, clock, []

    def on_solution_callback(self):
        values = ((j, self.value(self.columns[j])) for j in self.whole)
        self.incumbents.append([self.clock(), [[j, v] for j, v in values if v != 0]])


def built(lp):
    """The model, its columns in order, and their scales."""
    model = cp_model.CpModel()
    scale = [1 if whole else FINENESS for whole in lp["whole"]]
    columns = [
        model.new_int_var(math.ceil(low * s - 1e-9), math.floor((MOST if high is None else high) * s + 1e-9), "")
        for low, high, s in zip(lp["lower"], lp["upper"], scale)
    ]
    for row in range(lp["rows"]):
        part = slice(lp["starts"][row], lp["starts"][row + 1])
        indices, values = lp["indices"][part], lp["values"][part]
        # Thousandths cannot satisfy an equation exactly, so rows with fractions are relaxed by half of one.
        slack = 0.5 * ROWS / FINENESS if any(scale[j] > 1 for j in indices) else 0
        low, high = lp["rowLower"][row], lp["rowUpper"][row]
        model.add_linear_constraint(
            cp_model.LinearExpr.weighted_sum([columns[j] for j in indices], [round(v * ROWS / scale[j]) for j, v in zip(indices, values)]),
            cp_model.INT_MIN if low is None else math.ceil(low * ROWS - slack - 1e-3),
            cp_model.INT_MAX if high is None else math.floor(high * ROWS + slack + 1e-3),
        )
    cost = [(j, c) for j, c in enumerate(lp["cost"]) if c != 0]
    model.minimize(cp_model.LinearExpr.weighted_sum([columns[j] for j, _ in cost], [c / scale[j] for j, c in cost]))
    return model, columns, scale


class Session:
    """Solves levels one after another, each with the previous solution as its hint."""

    def __init__(self):
        self.processor, self.last = 0.0, None

    def solve(self, ask):
        with open(ask["model"]) as file:
            lp = json.load(file)
        model, columns, scale = built(lp)
        if self.last is not None and len(self.last) == len(columns):
            for column, value in zip(columns, self.last):
                model.add_hint(column, value)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = ask["seed"]
        solver.parameters.relative_gap_limit = ask["relativeGap"]
        solver.parameters.absolute_gap_limit = ask["absoluteGap"]
        began = time.process_time()
        recorder = Recorder(
            columns, [j for j, whole in enumerate(lp["whole"]) if whole], lambda: self.processor + time.process_time() - began
        )
        ended = threading.Event()
        watch = threading.Thread(target=stop_after, args=(solver, began + ask["seconds"], ended), daemon=True)
        watch.start()
        status = solver.status_name(solver.solve(model, recorder)).lower()
        ended.set()
        self.processor += time.process_time() - began
        told = {"processor": self.processor, "incumbents": recorder.incumbents}
        if status not in ("optimal", "feasible"):
            return {**told, "status": "infeasible" if status == "infeasible" else "none"}
        self.last = [solver.value(column) for column in columns]
        values = [value / s for value, s in zip(self.last, scale)]
        return {**told, "status": status, "values": values, "bound": solver.best_objective_bound}


def stop_after(solver, end, ended):
    """CP-SAT only limits elapsed time; this limits processor time, which does not depend on other work."""
    while not ended.wait(0.02):
        if time.process_time() >= end:
            solver.stop_search()


def main():
    say({"version": __version__})
    session = Session()
    for line in sys.stdin:
        say(session.solve(json.loads(line)))


def say(answer):
    ANSWERS.write(json.dumps(answer) + "\n")
    ANSWERS.flush()


main()
