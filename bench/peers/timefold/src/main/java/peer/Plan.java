package peer;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import java.util.List;

/** The week being planned. Its score has the hard rules first, then our levels in order. */
@PlanningSolution
public class Plan {
  @PlanningEntityCollectionProperty private List<Shift> shifts;

  @PlanningScore(bendableHardLevelsSize = 1, bendableSoftLevelsSize = 6)
  private BendableLongScore score;

  public Plan() {}

  Plan(List<Shift> shifts) {
    this.shifts = shifts;
  }

  public List<Shift> getShifts() {
    return shifts;
  }

  public void setShifts(List<Shift> shifts) {
    this.shifts = shifts;
  }

  public BendableLongScore getScore() {
    return score;
  }

  public void setScore(BendableLongScore score) {
    this.score = score;
  }
}
