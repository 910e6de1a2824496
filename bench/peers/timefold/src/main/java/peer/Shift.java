package peer;

import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Comparator;
import java.util.List;

/** A person and a session that they could work: Timefold's planning entity. */
@PlanningEntity(comparatorClass = Shift.Harder.class)
public class Shift {
  @PlanningId private int id;
  int person;
  int session;
  private List<Choice> options;
  private Choice choice;

  public Shift() {}

  Shift(int id, int person, int session, List<Choice> options) {
    this.id = id;
    this.person = person;
    this.session = session;
    this.options = options;
  }

  public int getId() {
    return id;
  }

  @ValueRangeProvider
  public List<Choice> getOptions() {
    return options;
  }

  @PlanningVariable(allowsUnassigned = true)
  public Choice getChoice() {
    return choice;
  }

  public void setChoice(Choice choice) {
    this.choice = choice;
  }

  /** Shifts with the fewest choices are decided first. */
  public static class Harder implements Comparator<Shift> {
    @Override
    public int compare(Shift a, Shift b) {
      int byOptions = Integer.compare(b.options.size(), a.options.size());
      return byOptions != 0 ? byOptions : Integer.compare(b.id, a.id);
    }
  }
}
