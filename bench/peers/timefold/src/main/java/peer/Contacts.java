package peer;

import java.util.Arrays;

/**
 * Greedy plan of who meets which contacts, recomputed day by day from the first day that changed. It is the peer's only approximation,
 * since the benchmark plans the contacts of its rotas again exactly. Each day's urgent need comes first; then, session by session, whatever
 * is worth most for its time.
 */
final class Contacts {
  private static final double EPS = 1e-9;
  /** Most sessions in one day. */
  private static final int PARTS = 8;
  private static final int[] ORDER = {Rows.URGENT_ONLY, Rows.SPECIALIST, Rows.ON_DUTY};

  private final Week w;
  private final Facts f;
  private final int nT, nS, nK;
  private final int[][] count, remote; // [t][post]
  private final Room room;
  private final Rows rows;
  private final int[] sameDay, later;
  private final double[][] waiting, met, back; // [t + 1][k * nS + s], the last by site
  private final double[] open, urgentBack; // of the day: [(k * nS + s) * PARTS + part]
  private final double[] capacity = new double[PARTS];
  private final double[] value, length; // of the next contact in each queue, and the number of contacts worth as much
  private final boolean[] ownFirst;
  private int from, day0, parts;
  private final double[][] fairMissed; // [t][s], at the last session of a day
  private final double[] missed, overdue, unsupervised; // [t]
  private final Supervision supervision;

  Contacts(Week week, int[][] count, int[][] remote) {
    w = week;
    f = week.facts;
    nT = w.nT;
    nS = w.nSite;
    nK = w.nNeed;
    this.count = count;
    this.remote = remote;
    room = new Room(week);
    rows = new Rows(week);
    sameDay = rows.sameDay;
    later = rows.later;
    waiting = new double[nT + 1][nK * nS];
    met = new double[nT + 1][nK * nS];
    back = new double[nT + 1][nS];
    open = new double[nK * nS * PARTS];
    urgentBack = new double[nS * PARTS];
    value = new double[nK * nS];
    length = new double[nK * nS];
    ownFirst = new boolean[nS];
    fairMissed = new double[nT][nS];
    missed = new double[nT];
    overdue = new double[nT];
    unsupervised = new double[nT];
    supervision = new Supervision(week);
  }

  private Facts.Cadre cadre(Week.Post q) {
    return f.cadres().get(q.cadre());
  }

  void changed(int t) {
    if (t < from) from = t;
  }

  /** Recomputes what changed, and adds the contacts' costs to safety, urgent and service. */
  void addTo(double[] levels) {
    if (from < nT) for (int t = w.firstOfDay[from]; t < nT; t = w.endOfDay[t]) day(t, w.endOfDay[t]);
    from = nT;
    for (int t = 0; t < nT; t++) {
      levels[Score.SAFETY] += unsupervised[t];
      levels[Score.URGENT] += missed[t];
      levels[Score.SERVICE] += overdue[t];
    }
    double worst = 0, all = 0;
    for (int s = 0; s < nS; s++) {
      double unmet = 0;
      for (int t = 0; t < nT; t++) unmet += fairMissed[t][s];
      for (int k : later) {
        Facts.Need need = f.needs().get(k);
        int j = k * nS + s;
        unmet += need.fair() * waiting[nT][j];
        levels[Score.SERVICE] += 0.1 * need.weight() * (waiting[nT][j] + (need.followUp() ? back[nT][s] : 0));
        levels[Score.SERVICE] += 3 * need.length() * Math.max(0, w.quota[k][s] - met[nT][j]);
      }
      all += unmet;
      if (w.asked[s] > 0) worst = Math.max(worst, 100 * unmet / w.asked[s]);
    }
    if (nS > 1) levels[Score.SERVICE] += Math.max(0, worst - 100 * all / w.askedAll - f.figures().allowedBehind());
  }

  private void day(int t0, int t1) {
    Arrays.fill(ownFirst, false);
    urgent(t0, t1);
    // If a site would have urgent patients left over, its people meet those before taking patients of other sites.
    double before = leftOver();
    boolean again = false;
    for (int k : sameDay)
      for (int s = 0; s < nS; s++)
        if (!f.needs().get(k).shared() && open[(k * nS + s) * PARTS + parts - 1] > 1e-6) again = ownFirst[s] = true;
    if (again) urgent(t0, t1);
    if (again && leftOver() > before - 1e-6) {
      Arrays.fill(ownFirst, false);
      urgent(t0, t1);
    }
    for (int t = t0; t < t1; t++) session(t);
    missed[t1 - 1] = leftOver();
    Arrays.fill(fairMissed[t1 - 1], 0);
    for (int k : sameDay)
      for (int s = 0; s < nS; s++)
        fairMissed[t1 - 1][s] += f.needs().get(k).fair() * Math.max(0, open[(k * nS + s) * PARTS + parts - 1]);
    overdue[t1 - 1] = overdueOn(t1 - 1);
  }

  private double overdueOn(int t) {
    int day = w.day(t);
    double sum = 0;
    if (w.overdueWeight[day] > 0)
      for (int k : later)
        for (int s = 0; s < nS; s++)
          sum += f.needs().get(k).weight() * Math.max(0, w.fallen[k][s][t][day] - met[t + 1][k * nS + s]);
    return sum * w.overdueWeight[day];
  }

  private double leftOver() {
    double sum = 0;
    for (int k : sameDay)
      for (int s = 0; s < nS; s++)
        sum += f.needs().get(k).weight() * Math.max(0, open[(k * nS + s) * PARTS + parts - 1]);
    return sum;
  }

  /** The urgent contacts of a day. */
  private void urgent(int t0, int t1) {
    day0 = t0;
    parts = t1 - t0;
    for (int t = t0; t < t1; t++) {
      room.reset(t, count[t], remote[t]);
      unsupervised[t] = supervision.take(t, count[t], room.minutes[t]);
    }
    Arrays.fill(urgentBack, 0);
    for (int k : sameDay)
      for (int s = 0; s < nS; s++) {
        double arrived = 0;
        for (int t = t0; t < t1; t++) open[(k * nS + s) * PARTS + t - t0] = arrived += w.arrive[k][s][t];
      }
    for (int t = t0; t < t1; t++) for (Week.Post q : w.posts[t]) if (count[t][q.index()] > 0) mix(t, q);
    // First their own practice's patients, then those of others.
    for (boolean away : new boolean[] {false, true})
      for (int group : ORDER)
        for (int t = t0; t < t1; t++)
          for (Week.Post q : w.posts[t])
            if (count[t][q.index()] > 0 && rows.group(q) == group)
              for (int k : rows.sameDayOf(q)) {
                if (!away) take(t, q, k, q.site(), Double.POSITIVE_INFINITY);
                else if (f.needs().get(k).shared())
                  for (int s = 0; s < nS; s++) if (s != q.site()) take(t, q, k, s, Double.POSITIVE_INFINITY);
              }
    // Generalists in clinics: first each session in proportion to its capacity, then whatever is left.
    for (boolean rest : new boolean[] {false, true})
      for (int k : sameDay) {
        for (int s = 0; s < nS; s++) spread(k, s, s, rest);
        if (rest && f.needs().get(k).shared()) for (int s = 0; s < nS; s++) spread(k, s, -1, true);
      }
  }

  /** Urgent-only posts take as many short contacts as make their minutes and their safe load run out together. */
  private void mix(int t, Week.Post q) {
    if (rows.group(q) != Rows.URGENT_ONLY || ownFirst[q.site()]) return;
    Facts.Cadre cadre = cadre(q);
    int shortest = -1, longest = -1;
    for (int k : rows.sameDayOf(q)) {
      if (shortest < 0 || cadre.minutes()[k] < cadre.minutes()[shortest]) shortest = k;
      if (longest < 0 || cadre.minutes()[k] > cadre.minutes()[longest]) longest = k;
    }
    double a = cadre.minutes()[shortest], b = cadre.minutes()[longest];
    double ofA = cadre.load()[shortest], ofB = cadre.load()[longest];
    double m = room.minutes[t][q.index()], l = room.load[t][q.index()];
    if (a == b || l == Double.POSITIVE_INFINITY || m * ofA <= a * l) return;
    double left = (m * ofB - b * l) / (a * ofB - b * ofA);
    if (left <= EPS) return;
    left -= take(t, q, shortest, q.site(), left);
    if (f.needs().get(shortest).shared())
      for (int s = 0; s < nS && left > EPS; s++) if (s != q.site()) left -= take(t, q, shortest, s, left);
  }

  /** Gives urgent contacts of need k of site s to generalists' clinics at a site (-1 for any). */
  private void spread(int k, int s, int site, boolean rest) {
    double left = open[(k * nS + s) * PARTS + parts - 1];
    if (left <= EPS) return;
    double all = 0;
    for (int part = 0; part < parts; part++) {
      capacity[part] = 0;
      for (int i : rows.generalists[day0 + part])
        if (spreadsTo(day0 + part, i, k, site)) capacity[part] += Math.max(0, Math.min(1e6, room.load[day0 + part][i]));
      all += capacity[part];
    }
    if (all <= EPS) return;
    for (int part = 0; part < parts; part++) {
      double want = rest ? Double.POSITIVE_INFINITY : left * capacity[part] / all;
      for (int i : rows.generalists[day0 + part]) {
        if (want <= EPS || capacity[part] <= EPS) break;
        if (spreadsTo(day0 + part, i, k, site)) want -= take(day0 + part, w.posts[day0 + part][i], k, s, want);
      }
    }
  }

  private boolean spreadsTo(int t, int i, int k, int site) {
    Week.Post q = w.posts[t][i];
    return count[t][i] > 0 && (site < 0 || q.site() == site) && cadre(q).meets(k);
  }

  /** Meets urgent contacts: as many as have arrived by then and as the post has room for. */
  private double take(int t, Week.Post q, int k, int s, double most) {
    int j = (k * nS + s) * PARTS, part = t - day0;
    double amount = most;
    for (int u = part; u < parts; u++) amount = Math.min(amount, open[j + u]);
    amount = room.book(t, q, k, amount);
    if (amount <= 0) return 0;
    for (int u = part; u < parts; u++) open[j + u] -= amount;
    urgentBack[part * nS + s] += cadre(q).returns()[k] * amount;
    return amount;
  }

  /** Plans a session's other contacts and updates the queues. */
  private void session(int t) {
    for (int s = 0; s < nS; s++) back[t + 1][s] = urgentBack[(t - day0) * nS + s];
    System.arraycopy(met[t], 0, met[t + 1], 0, nK * nS);
    for (int k : later)
      for (int s = 0; s < nS; s++) {
        int j = k * nS + s;
        double before = t == 0 ? w.backlog[k][s] : waiting[t][j] + (f.needs().get(k).followUp() ? back[t][s] : 0);
        waiting[t + 1][j] = before + w.arrive[k][s][t];
        next(k, s, t);
      }
    for (Week.Post q : w.posts[t]) if (count[t][q.index()] > 0) fill(t, q);
  }

  /** The post takes the contacts worth most for their time and load while it has both. */
  private void fill(int t, Week.Post q) {
    int i = q.index();
    Facts.Cadre cadre = cadre(q);
    long full = 0;
    while (room.minutes[t][i] > 1e-6 && room.load[t][i] > 1e-6) {
      double best = 1e-12;
      int need = -1, site = -1;
      for (int k : rows.laterOf(q)) {
        if ((full >> k & 1) != 0) continue;
        double perUnit = 1 / (cadre.minutes()[k] / room.minutes[t][i] + cadre.load()[k] / room.load[t][i]);
        double lost = 0.1 * cadre.returns()[k];
        boolean shared = f.needs().get(k).shared();
        for (int s = shared ? 0 : q.site(); s < (shared ? nS : q.site() + 1); s++) {
          if (length[k * nS + s] <= 0) continue;
          double worth = (value[k * nS + s] - lost) * perUnit * (s == q.site() ? 1.0001 : 1);
          if (worth <= best) continue;
          best = worth;
          need = k;
          site = s;
        }
      }
      if (need < 0) return;
      int j = need * nS + site;
      double amount = room.book(t, q, need, Math.min(length[j], waiting[t + 1][j]));
      if (amount <= 0) {
        full |= 1L << need;
        continue;
      }
      waiting[t + 1][j] -= amount;
      met[t + 1][j] += amount;
      back[t + 1][site] += cadre.returns()[need] * amount;
      next(need, site, t);
    }
  }

  /** Value of the next contact in a queue, and for how many contacts it applies. */
  private void next(int k, int s, int t) {
    int j = k * nS + s;
    double left = waiting[t + 1][j], seen = met[t + 1][j];
    length[j] = 0;
    if (left <= 1e-7) return;
    Facts.Need need = f.needs().get(k);
    double worth = 0.1 * need.weight();
    double[] fallen = w.fallen[k][s][t];
    for (int due = 0; due < w.nDay; due++)
      if (fallen[due] - seen > 1e-7) {
        worth += need.weight() * w.overdueFrom[Math.max(due, w.day(t))];
        left = Math.min(left, fallen[due] - seen);
        break;
      }
    double lacking = w.quota[k][s] - seen;
    if (lacking > 1e-7) {
      worth += 3 * need.length();
      left = Math.min(left, lacking);
    }
    value[j] = worth;
    length[j] = left;
  }
}
