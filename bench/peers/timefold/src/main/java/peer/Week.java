package peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The facts as arrays, and what follows from them alone. Indices: t session, s site, k need, c cadre, p person. */
final class Week {
  static final int CLINIC = 0, DUTY = 1, VISITS = 2, WORKS = 3;

  /** People of a cadre who do one work at one site in one session; minutes for patients and safe load are per person. */
  record Post(int index, int cadre, int site, int work, double each, double safe) {}

  /** Timefold instantiates the calculator and the moves itself, so they find the week here. */
  static Week current;

  final Facts facts;
  final int nT, nSite, nNeed, nDay;
  final int[] firstOfDay, endOfDay;
  final boolean[][] open, remoteOpen; // [s][t]
  final boolean[] cadreRemote;
  final Post[][] posts; // [t]
  final int[][][][] postAt; // [t][c][s][work]
  final double[][][] arrive; // [k][s][t]
  final double[][] backlog, quota; // [k][s]
  final double[][][][] fallen; // [k][s][t][day]: due by the day, of those requested by the session
  final double[] overdueWeight, overdueFrom; // by day: cost of a contact overdue on it; total cost from it to the end
  final double[] asked;
  final double askedAll;
  final int[][] peersOf; // [p]
  final List<Choice> choices = new ArrayList<>();

  Week(Facts facts) {
    this.facts = facts;
    nT = facts.sessions().size();
    nSite = facts.sites().size();
    nNeed = facts.needs().size();
    nDay = facts.sessions().get(nT - 1).day() + 1;
    firstOfDay = new int[nT];
    endOfDay = new int[nT];
    for (int t = 0; t < nT; t++) firstOfDay[t] = t > 0 && day(t - 1) == day(t) ? firstOfDay[t - 1] : t;
    for (int t = nT - 1; t >= 0; t--) endOfDay[t] = t + 1 < nT && day(t + 1) == day(t) ? endOfDay[t + 1] : t + 1;
    open = new boolean[nSite][];
    for (int s = 0; s < nSite; s++) open[s] = facts.sites().get(s).open();
    for (int i = 0; i < nSite * WORKS * 2; i++) choices.add(new Choice(i, i / 2 / WORKS, i / 2 % WORKS, i % 2 == 1));
    remoteOpen = possiblyCrowded();
    cadreRemote = new boolean[facts.cadres().size()];
    for (int c = 0; c < cadreRemote.length; c++)
      for (int k = 0; k < nNeed; k++)
        if (facts.cadres().get(c).meets(k) && facts.needs().get(k).inRoom() < 1) cadreRemote[c] = true;
    postAt = new int[nT][facts.cadres().size()][nSite][WORKS];
    posts = new Post[nT][];
    for (int t = 0; t < nT; t++) posts[t] = postsIn(t);
    arrive = new double[nNeed][nSite][nT];
    backlog = new double[nNeed][nSite];
    quota = new double[nNeed][nSite];
    fallen = new double[nNeed][nSite][nT][nDay];
    asked = new double[nSite];
    for (Facts.Asked a : facts.arrivals()) {
      arrive[a.need()][a.site()][a.session()] += a.contacts();
      ask(a, a.session());
    }
    for (Facts.Asked w : facts.waiting()) {
      backlog[w.need()][w.site()] += w.contacts();
      ask(w, 0);
    }
    askedAll = Arrays.stream(asked).sum();
    overdueWeight = new double[nDay];
    for (int day : facts.workingDays()) overdueWeight[day] = 1;
    overdueWeight[facts.workingDays()[facts.workingDays().length - 1]] += facts.figures().stillOverdue();
    overdueFrom = overdueWeight.clone();
    for (int d = nDay - 2; d >= 0; d--) overdueFrom[d] += overdueFrom[d + 1];
    peersOf = new int[facts.people().size()][];
    for (int p = 0; p < peersOf.length; p++) {
      int who = p;
      peersOf[p] =
          IntStream.range(0, facts.peers().size())
              .filter(g -> facts.peers().get(g).people().stream().anyMatch(x -> x.person() == who))
              .toArray();
    }
  }

  private void ask(Facts.Asked a, int from) {
    Facts.Need need = facts.needs().get(a.need());
    asked[a.site()] += a.contacts() * need.fair();
    if (a.due() == null || need.isSameDay()) return;
    quota[a.need()][a.site()] += need.quota() * a.contacts();
    for (int t = from; t < nT; t++)
      for (int day = a.due(); day < nDay; day++) fallen[a.need()][a.site()][t][day] += a.contacts();
  }

  int day(int t) {
    return facts.sessions().get(t).day();
  }

  /** Share of a full session that a role has in this one. */
  double length(Facts.Role role, int t) {
    return Math.min(1, facts.sessions().get(t).minutes() / role.sessionMinutes());
  }

  /** Where and when more people could be present than there are rooms, some may work by telephone. */
  private boolean[][] possiblyCrowded() {
    boolean[][] crowded = new boolean[nSite][nT];
    for (int s = 0; s < nSite; s++)
      for (int t = 0; t < nT; t++) {
        int here = 0;
        for (Facts.Person p : facts.people()) if (may(p, t, s, CLINIC) || may(p, t, s, DUTY)) here++;
        crowded[s][t] = here > facts.sites().get(s).rooms();
      }
    return crowded;
  }

  /** Posts that meet the fewest needs take first. */
  private Post[] postsIn(int t) {
    for (int[][] bySite : postAt[t]) for (int[] byWork : bySite) Arrays.fill(byWork, -1);
    List<Post> posts = new ArrayList<>();
    int[] narrowFirst =
        IntStream.range(0, facts.cadres().size())
            .boxed()
            .sorted((a, b) -> facts.cadres().get(a).breadth() - facts.cadres().get(b).breadth())
            .mapToInt(c -> c)
            .toArray();
    for (int c : narrowFirst)
      for (int s = 0; s < nSite; s++)
        for (int work : new int[] {DUTY, VISITS, CLINIC}) {
          int cadre = c, site = s;
          if (facts.people().stream().noneMatch(p -> p.cadre() == cadre && may(p, t, site, work))) continue;
          Facts.Role role = facts.roles().get(facts.cadres().get(c).role());
          double length = length(role, t);
          postAt[t][c][s][work] = posts.size();
          double each = role.patientMinutes() * length * facts.figures().patientShare()[work];
          posts.add(new Post(posts.size(), c, s, work, each, role.safeDay() / 2 * length));
        }
    return posts.toArray(new Post[0]);
  }

  /** Free, open, qualified; duty in core hours only; visits from the usual practice in core hours only. */
  private boolean may(Facts.Person p, int t, int s, int work) {
    Facts.Session session = facts.sessions().get(t);
    if (p.most() < session.counts() || !p.free()[t] || !open[s][t]) return false;
    if (Arrays.stream(p.sites()).noneMatch(site -> site == s)) return false;
    if (work == DUTY) return facts.roles().get(p.role()).duty() && !session.enhancedAccess();
    if (work == VISITS && (s != p.home() || session.enhancedAccess())) return false;
    for (int k = 0; k < nNeed; k++)
      if (facts.cadres().get(p.cadre()).meets(k) && facts.needs().get(k).metBy(work)) return true;
    return false;
  }

  Choice choice(int site, int work, boolean remote) {
    return choices.get((site * WORKS + work) * 2 + (remote ? 1 : 0));
  }

  /** Every session that a person could work. */
  List<Shift> shifts() {
    List<Shift> shifts = new ArrayList<>();
    for (int p = 0; p < facts.people().size(); p++)
      for (int t = 0; t < nT; t++) {
        List<Choice> options = options(facts.people().get(p), t);
        if (!options.isEmpty()) shifts.add(new Shift(shifts.size(), p, t, options));
      }
    return shifts;
  }

  private List<Choice> options(Facts.Person p, int t) {
    List<Choice> options = new ArrayList<>();
    for (int s : p.sites())
      for (int work = 0; work < WORKS; work++)
        if (may(p, t, s, work)) {
          options.add(choice(s, work, false));
          if (work == CLINIC && remoteOpen[s][t] && cadreRemote[p.cadre()]) options.add(choice(s, work, true));
        }
    return options;
  }
}
