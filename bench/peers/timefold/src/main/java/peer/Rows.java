package peer;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which needs a cadre meets in each kind of work, and who takes urgent patients first. */
final class Rows {
  /** Posts by the urgent needs they meet: only urgent ones; some of them, besides others; all of them; none; and duty. */
  static final int URGENT_ONLY = 0, SPECIALIST = 1, GENERALIST = 2, NEVER_URGENT = 3, ON_DUTY = 4;

  final int[] sameDay, later;
  /** Posts of generalists by session. */
  final int[][] generalists;
  private final Facts f;
  private final int[][] sameDayOf, laterOf; // by row: a cadre and its work
  private final int[] groupOf;

  Rows(Week week) {
    f = week.facts;
    sameDay = needs(k -> f.needs().get(k).isSameDay());
    later = needs(k -> !f.needs().get(k).isSameDay());
    int rows = f.cadres().size() * Week.WORKS;
    sameDayOf = new int[rows][];
    laterOf = new int[rows][];
    groupOf = new int[rows];
    int broadest = f.cadres().stream().mapToInt(Facts.Cadre::breadth).max().orElse(0);
    for (int row = 0; row < rows; row++) {
      Facts.Cadre cadre = f.cadres().get(row / Week.WORKS);
      int work = row % Week.WORKS;
      sameDayOf[row] = needs(k -> cadre.meets(k) && f.needs().get(k).isSameDay() && f.needs().get(k).metBy(work));
      laterOf[row] = needs(k -> cadre.meets(k) && !f.needs().get(k).isSameDay() && f.needs().get(k).metBy(work));
      groupOf[row] =
          sameDayOf[row].length == 0 ? NEVER_URGENT
              : work == Week.DUTY ? ON_DUTY
              : laterOf[row].length == 0 ? URGENT_ONLY
              : cadre.breadth() < broadest ? SPECIALIST
              : GENERALIST;
    }
    generalists = new int[week.nT][];
    for (int t = 0; t < week.nT; t++)
      generalists[t] =
          Arrays.stream(week.posts[t]).filter(q -> group(q) == GENERALIST).mapToInt(Week.Post::index).toArray();
  }

  /** Needs that are not shared come first. */
  private int[] needs(IntPredicate which) {
    return IntStream.range(0, f.needs().size())
        .filter(which)
        .boxed()
        .sorted((a, b) -> Boolean.compare(f.needs().get(a).shared(), f.needs().get(b).shared()))
        .mapToInt(k -> k)
        .toArray();
  }

  private static int row(Week.Post q) {
    return q.cadre() * Week.WORKS + q.work();
  }

  int group(Week.Post q) {
    return groupOf[row(q)];
  }

  int[] sameDayOf(Week.Post q) {
    return sameDayOf[row(q)];
  }

  int[] laterOf(Week.Post q) {
    return laterOf[row(q)];
  }
}
