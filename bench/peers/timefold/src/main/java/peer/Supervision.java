package peer;

import java.util.stream.IntStream;

/** Supervisors' time: deducts what supervision needs from those with most of it, and computes what is missing. */
final class Supervision {
  /** Minutes that our rule counts as one session. */
  private static final double SESSION = 180;

  private final Week w;
  private final boolean[][] supervises, supervised; // [circle][role]

  Supervision(Week week) {
    w = week;
    int roles = w.facts.roles().size(), circles = w.facts.circles().size();
    supervises = new boolean[circles][roles];
    supervised = new boolean[circles][roles];
    for (int c = 0; c < circles; c++) {
      for (int role : w.facts.circles().get(c).by()) supervises[c][role] = true;
      for (int role : w.facts.circles().get(c).supervised()) supervised[c][role] = true;
    }
  }

  /** By post: people, and minutes for patients, from which supervision is deducted. Returns the missing sessions and people. */
  double take(int t, int[] count, double[] minutes) {
    double lack = 0;
    // A site's circles come before the network's, which includes theirs: only the additional need is deducted there.
    double[] taken = new double[supervised.length];
    for (int c = 0; c < supervised.length; c++) {
      Facts.Circle circle = w.facts.circles().get(c);
      double need = 0, had = 0;
      int people = 0, supervisors = 0;
      for (Week.Post q : w.posts[t]) {
        int n = count[q.index()], role = w.facts.cadres().get(q.cadre()).role();
        if (n == 0 || (circle.site() != null && circle.site() != q.site())) continue;
        if (supervised[c][role]) {
          Facts.Role own = w.facts.roles().get(role);
          people += n;
          need += n * own.supervisionMinutes() * w.length(own, t);
        }
        if (supervises[c][role] && q.work() != Week.VISITS) {
          supervisors += n;
          had += n * q.each();
        }
      }
      if (people == 0) continue;
      lack += Math.max(0, people - w.facts.figures().perSupervisor() * supervisors) + Math.max(0, need - had) / SESSION;
      double inside = 0;
      if (circle.site() == null)
        for (int other = 0; other < c; other++) if (sameSupervisors(c, other)) inside += taken[other];
      taken[c] = need;
      takeOff(t, c, Math.max(0, need - inside), minutes, count);
    }
    return lack;
  }

  private boolean sameSupervisors(int a, int b) {
    return IntStream.range(0, supervises[a].length).allMatch(role -> supervises[a][role] == supervises[b][role]);
  }

  private void takeOff(int t, int c, double need, double[] minutes, int[] count) {
    Integer site = w.facts.circles().get(c).site();
    while (need > 1e-9) {
      Week.Post best = null;
      for (Week.Post q : w.posts[t])
        if (count[q.index()] > 0 && q.work() != Week.VISITS && minutes[q.index()] > 1e-9
            && supervises[c][w.facts.cadres().get(q.cadre()).role()] && (site == null || site == q.site())
            && (best == null || minutes[q.index()] > minutes[best.index()])) best = q;
      if (best == null) return;
      // Takes half of what the fullest clinic has at a time, so that no single clinic provides everything.
      double given = Math.min(need, Math.max(minutes[best.index()] / 2, 5));
      given = Math.min(given, minutes[best.index()]);
      minutes[best.index()] -= given;
      need -= given;
    }
  }
}
