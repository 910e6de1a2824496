package peer;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractSimplifiedMove;

/** Changes the choices of several shifts at once. */
final class Moved extends AbstractSimplifiedMove<Plan> {
  private final Shift[] shifts;
  private final Choice[] choices;

  Moved(Shift[] shifts, Choice[] choices) {
    this.shifts = shifts;
    this.choices = choices;
  }

  @Override
  public boolean isMoveDoable(ScoreDirector<Plan> director) {
    return true;
  }

  @Override
  protected void doMoveOnGenuineVariables(ScoreDirector<Plan> director) {
    for (int i = 0; i < shifts.length; i++) {
      director.beforeVariableChanged(shifts[i], "choice");
      shifts[i].setChoice(choices[i]);
      director.afterVariableChanged(shifts[i], "choice");
    }
  }
}
