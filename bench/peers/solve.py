"""Peers with a Python interface: HiGHS by highspy, and OR-Tools' CP-SAT.

    python solve.py highspy|cp-sat

Prints {"version": ...} once it is ready. Then, for each line of JSON on standard input,
{"model": MPS file, "seconds", "relativeGap", "absoluteGap", "seed", "start": values or null},
one line on standard output: {"status": "optimal"|"feasible"|"infeasible"|"none", "values": [...], "bound", "processor", "memory"}.
Values are in the order of c0, c1 ... in the file; "processor" is in seconds over all threads, "memory" is the peak in MB.
"""

import json
import math
import os
import resource
import sys
import time

# Redirects the solver's own output, which would otherwise mix with the answers.
ANSWERS = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def with_highspy():
    import highspy

    def solve(ask):
        highs = highspy.Highs()
        highs.silent()
        highs.setOptionValue("time_limit", ask["seconds"])
        highs.setOptionValue("mip_rel_gap", ask["relativeGap"])
        highs.setOptionValue("mip_abs_gap", ask["absoluteGap"])
        highs.setOptionValue("random_seed", ask["seed"])
        highs.readModel(ask["model"])
        highs.run()
        info = highs.getInfo()
        state = highs.getModelStatus()
        states = highspy.HighsModelStatus
        if state == states.kInfeasible:
            return {"status": "infeasible"}
        # 2: a feasible point is known.
        if info.primal_solution_status != 2:
            return {"status": "none"}
        names = highs.getLp().col_names_
        values = dict(zip(names, highs.getSolution().col_value))
        return {
            "status": "optimal" if state == states.kOptimal else "feasible",
            "values": in_order(values),
            "bound": finite(info.mip_dual_bound),
        }

    return highspy.Highs().version(), solve


def with_cp_sat():
    import ortools
    from ortools.linear_solver.python import model_builder

    def solve(ask):
        model = model_builder.Model()
        if not model.import_from_mps_file(ask["model"]):
            raise SystemExit("OR-Tools could not read the model")
        loosen(model)
        solver = model_builder.Solver("sat")
        solver.set_time_limit_in_seconds(ask["seconds"])
        solver.set_solver_specific_parameters(
            f"relative_gap_limit: {ask['relativeGap']} absolute_gap_limit: {ask['absoluteGap']} "
            f"random_seed: {ask['seed']} mip_var_scaling: {FINENESS}"
        )
        status = solver.solve(model).name
        if status == "INFEASIBLE":
            return {"status": "infeasible"}
        if status not in ("OPTIMAL", "FEASIBLE"):
            return {"status": "none"}
        values = {v.name: solver.value(v) for v in model.get_variables()}
        return {
            "status": status.lower(),
            "values": in_order(values),
            "bound": finite(solver.best_objective_bound),
        }

    return ortools.__version__, solve


# CP-SAT is integer only: fractions become thousandths.
FINENESS = 1000


def loosen(model):
    """Relaxes equations by half a thousandth: if the right-hand side is not a multiple of one, thousandths cannot satisfy them."""
    half = 0.5 / FINENESS
    for row in model.get_linear_constraints():
        if row.upper_bound - row.lower_bound < 2 * half:
            row.lower_bound -= half
            row.upper_bound += half


def in_order(values):
    """Values of c0, c1 ...; omits the column of the offset, which has another name."""
    named = {int(name[1:]): value for name, value in values.items() if name[0] == "c" and name[1:].isdigit()}
    return [named[j] for j in range(len(named))]


def finite(value):
    return value if math.isfinite(value) and abs(value) < 1e30 else None


def main():
    version, solve = {"highspy": with_highspy, "cp-sat": with_cp_sat}[sys.argv[1]]()
    say({"version": version})
    for line in sys.stdin:
        before = time.process_time()
        answer = solve(json.loads(line))
        answer["processor"] = time.process_time() - before
        answer["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        say(answer)


def say(answer):
    ANSWERS.write(json.dumps(answer) + "\n")
    ANSWERS.flush()


main()
