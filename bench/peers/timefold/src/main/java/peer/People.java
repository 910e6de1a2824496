package peer;

import java.util.Arrays;

/** Costs of a person's own week: contract, rest, travel, sites, training. */
final class People {
  private final Week w;
  private final Facts f;
  private final Choice[][] choice; // [p][t]
  private final int[] site; // [t], of the person being counted; -1 if off
  private final int[][] learning; // [p]

  People(Week week) {
    w = week;
    f = week.facts;
    choice = new Choice[f.people().size()][w.nT];
    site = new int[w.nT];
    learning = new int[f.people().size()][];
  }

  void clear() {
    for (Choice[] own : choice) Arrays.fill(own, null);
  }

  void put(int p, int t, Choice c) {
    choice[p][t] = c;
  }

  int[] learning(int p) {
    return learning[p];
  }

  /** Adds the person's costs to each level. */
  void count(int p, double[] levels) {
    Facts.Person person = f.people().get(p);
    Facts.Role role = f.roles().get(person.role());
    Arrays.fill(levels, 0);
    double given = 0, outside = 0;
    int elsewhere = 0;
    long sites = 0;
    for (int t = 0; t < w.nT; t++) {
      Choice c = choice[p][t];
      site[t] = c == null ? -1 : c.site();
      if (c == null) continue;
      Facts.Session session = f.sessions().get(t);
      given += session.counts();
      if (session.enhancedAccess()) outside += session.counts();
      if (c.site() != person.home()) elsewhere++;
      sites |= 1L << c.site();
    }
    learning[p] = learningOf(person, given);
    for (int t : learning[p]) {
      site[t] = person.home();
      given += f.sessions().get(t).counts();
    }
    levels[Score.NEVER] = Math.max(0, given - person.most() - 1e-6);
    levels[Score.SAFETY] = 0.5 * (person.learning() - learning[p].length);
    levels[Score.WELLBEING] = Math.max(0, Long.bitCount(sites) - role.maxSites()) + (role.duty() ? 0.25 * elsewhere : 0);
    levels[Score.COST] = role.cost() * Math.max(person.due(), given);
    levels[Score.WISH] =
        0.5 * Math.max(0, person.due() - given) + 0.5 * 1.25 * Math.max(0, outside - person.outside());
    walk(role, levels);
  }

  /** Session by session: travel between sites, rest, long days, long weeks. */
  private void walk(Facts.Role role, double[] levels) {
    double minutes = 0;
    int last = -1, thirds = 0, inDay = 0;
    for (int t = 0; t < w.nT; t++) {
      if (site[t] < 0) continue;
      Facts.Session now = f.sessions().get(t);
      minutes += Math.min(now.minutes(), role.sessionMinutes());
      boolean sameDay = last >= 0 && w.day(last) == w.day(t);
      inDay = sameDay ? inDay + 1 : 1;
      if (inDay > 2) thirds++;
      if (last >= 0) {
        Facts.Site from = f.sites().get(site[last]);
        double between = now.starts() - f.sessions().get(last).ends();
        if (from.journey()[site[t]] > between) levels[Score.NEVER] += 1;
        if (sameDay) levels[Score.WELLBEING] += 0.5 * from.travel()[site[t]] / 60;
        if (!sameDay && between < f.figures().restMinutes()) levels[Score.SAFETY] += 1;
      }
      last = t;
    }
    levels[Score.SAFETY] += Math.max(0, thirds - f.figures().longDays());
    levels[Score.SAFETY] += Math.max(0, minutes - f.figures().weekMinutes()) / role.sessionMinutes();
  }

  /** Half days for training: first those next to work at the usual practice, then on days off, then any free one; late ones first. */
  private int[] learningOf(Facts.Person person, double given) {
    int most = Math.min(person.learning(), (int) Math.floor(person.most() - given + 1e-6));
    if (most <= 0) return new int[0];
    int[] found = new int[most];
    int n = 0;
    for (int rank = 0; rank < 4 && n < most; rank++)
      for (int i = person.halfDays().length - 1; i >= 0 && n < most; i--) {
        int t = person.halfDays()[i];
        if (site[t] < 0 && rankOf(t, person.home()) == rank) found[n++] = t;
      }
    return Arrays.copyOf(found, n);
  }

  private int rankOf(int t, int home) {
    int worked = 0;
    for (int u = w.firstOfDay[t]; u < w.endOfDay[t]; u++) {
      if (site[u] >= 0 && site[u] != home) return 3;
      if (site[u] >= 0) worked++;
    }
    return worked == 1 ? 0 : worked == 0 ? 1 : 2;
  }
}
