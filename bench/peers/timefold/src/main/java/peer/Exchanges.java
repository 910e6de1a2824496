package peer;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Moves that an expert on the problem would write for Timefold: move a person's session to another time; let two colleagues exchange two
 * sessions; move a person's whole day to another site; let two people exchange their work in a session.
 */
public class Exchanges implements MoveIteratorFactory<Plan, Moved> {
  private final Week w = Week.current;
  private List<Shift> shifts;
  private Shift[][] at;
  private List<List<Shift>> ofPerson, ofSession;
  private int[][] colleagues;

  @Override
  public long getSize(ScoreDirector<Plan> director) {
    return 100L * director.getWorkingSolution().getShifts().size();
  }

  @Override
  public Iterator<Moved> createOriginalMoveIterator(ScoreDirector<Plan> director) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Iterator<Moved> createRandomMoveIterator(ScoreDirector<Plan> director, Random random) {
    index(director.getWorkingSolution());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Moved next() {
        Moved move = null;
        while (move == null) move = draw(random);
        return move;
      }
    };
  }

  private void index(Plan plan) {
    int nP = w.facts.people().size();
    shifts = plan.getShifts();
    at = new Shift[nP][w.nT];
    ofPerson = lists(nP);
    ofSession = lists(w.nT);
    for (Shift shift : shifts) {
      at[shift.person][shift.session] = shift;
      ofPerson.get(shift.person).add(shift);
      ofSession.get(shift.session).add(shift);
    }
    colleagues = new int[nP][];
    for (int p = 0; p < nP; p++) {
      int who = p, role = w.facts.people().get(p).role();
      colleagues[p] =
          IntStream.range(0, nP)
              .filter(q -> q != who && w.facts.people().get(q).role() == role && !ofPerson.get(q).isEmpty())
              .toArray();
    }
  }

  private static List<List<Shift>> lists(int n) {
    List<List<Shift>> lists = new ArrayList<>();
    for (int i = 0; i < n; i++) lists.add(new ArrayList<>());
    return lists;
  }

  /** Null if the move drawn is impossible. */
  private Moved draw(Random random) {
    Shift shift = any(shifts, random);
    int kind = random.nextInt(10);
    if (kind < 4) return toAnotherTime(shift, random);
    if (kind < 7) return colleaguesExchange(shift, random);
    if (kind < 8) return dayToAnotherSite(shift, random);
    Shift other = any(ofSession.get(shift.session), random);
    return canExchange(shift, other) ? swap(shift, other) : null;
  }

  private Moved toAnotherTime(Shift a, Random random) {
    Shift b = any(ofPerson.get(a.person), random);
    if (a == b || a.getChoice() == b.getChoice()) return null;
    if (canExchange(a, b) && random.nextInt(3) > 0) return swap(a, b);
    Choice forA = a.getChoice() == null || b.getChoice() != null ? any(a.getOptions(), random) : null;
    Choice forB = a.getChoice() == null ? null : any(b.getOptions(), random);
    if (forA == a.getChoice() && forB == b.getChoice()) return null;
    return new Moved(new Shift[] {a, b}, new Choice[] {forA, forB});
  }

  /** Both keep their number of sessions. */
  private Moved colleaguesExchange(Shift a, Random random) {
    int[] others = colleagues[a.person];
    if (others.length == 0 || a.getChoice() == null) return null;
    int q = others[random.nextInt(others.length)];
    Shift b = any(ofPerson.get(q), random), a2 = at[q][a.session], b2 = at[a.person][b.session];
    if (a2 == null || b2 == null || b.session == a.session) return null;
    if (!canExchange(a, a2) || !can(b, b2.getChoice()) || !can(b2, b.getChoice())) return null;
    return new Moved(
        new Shift[] {a, a2, b, b2},
        new Choice[] {a2.getChoice(), a.getChoice(), b2.getChoice(), b.getChoice()});
  }

  private Moved dayToAnotherSite(Shift a, Random random) {
    if (a.getChoice() == null) return null;
    int site = any(a.getOptions(), random).site();
    List<Shift> moved = new ArrayList<>();
    List<Choice> choices = new ArrayList<>();
    for (Shift shift : ofPerson.get(a.person)) {
      Choice now = shift.getChoice();
      if (w.day(shift.session) != w.day(a.session) || now == null || now.site() == site) continue;
      Choice there = w.choice(site, now.work() == Week.VISITS ? Week.CLINIC : now.work(), now.remote());
      if (!can(shift, there)) there = w.choice(site, now.work(), false);
      if (!can(shift, there)) return null;
      moved.add(shift);
      choices.add(there);
    }
    return moved.isEmpty() ? null : new Moved(moved.toArray(new Shift[0]), choices.toArray(new Choice[0]));
  }

  private static Moved swap(Shift a, Shift b) {
    return new Moved(new Shift[] {a, b}, new Choice[] {b.getChoice(), a.getChoice()});
  }

  private static boolean canExchange(Shift a, Shift b) {
    return a.getChoice() != b.getChoice() && can(a, b.getChoice()) && can(b, a.getChoice());
  }

  private static boolean can(Shift shift, Choice choice) {
    return choice == null || shift.getOptions().contains(choice);
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
