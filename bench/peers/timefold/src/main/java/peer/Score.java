package peer;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import java.util.Arrays;

/** Our levels, recomputed where something changed: people, sites, fair shares; contacts from the first day that changed. */
public class Score implements IncrementalScoreCalculator<Plan, BendableLongScore> {
  static final int NEVER = 0, SAFETY = 1, URGENT = 2, SERVICE = 3, WELLBEING = 4, COST = 5, WISH = 6, LEVELS = 7;
  /** Resolution of each level, since scores are integers. */
  private static final double[] STEP = {0.01, 0.001, 0.01, 0.01, 0.001, 0.1, 0.01};
  /** Minutes that the enhanced-access rule counts as a session. */
  private static final double EVENING_SESSION = 240;

  private final Week w = Week.current;
  private final Facts f = w.facts;
  private final int nT = w.nT, nS = w.nSite, nP = f.people().size(), nG = f.peers().size();
  private final People people = new People(w);
  private final double[][] personLevels = new double[nP][LEVELS];
  private final boolean[] stale = new boolean[nP];
  private final int[][] count = new int[nT][], remote = new int[nT][]; // [t][post]
  private final int[][] present = new int[nS][nT], onDuty = new int[nS][nT], inRooms = new int[nS][nT];
  private final int[] doctors = new int[nT];
  private final double[] eveningMinutes = new double[nT];
  private final boolean[][] ofKind = new boolean[nG][nT];
  private final int[][] kindCount = new int[nG][nP];
  private final double[] unfair = new double[nG];
  private final boolean[] stalePeers = new boolean[nG];
  private final Contacts contacts;

  public Score() {
    for (int t = 0; t < nT; t++) {
      count[t] = new int[w.posts[t].length];
      remote[t] = new int[w.posts[t].length];
    }
    for (int g = 0; g < nG; g++) for (int t : f.peers().get(g).sessions()) ofKind[g][t] = true;
    contacts = new Contacts(w, count, remote);
  }

  @Override
  public void resetWorkingSolution(Plan plan) {
    people.clear();
    for (int t = 0; t < nT; t++) {
      Arrays.fill(count[t], 0);
      Arrays.fill(remote[t], 0);
    }
    for (int s = 0; s < nS; s++) {
      Arrays.fill(present[s], 0);
      Arrays.fill(onDuty[s], 0);
      Arrays.fill(inRooms[s], 0);
    }
    for (int[] kind : kindCount) Arrays.fill(kind, 0);
    Arrays.fill(doctors, 0);
    Arrays.fill(eveningMinutes, 0);
    Arrays.fill(stale, true);
    Arrays.fill(stalePeers, true);
    contacts.changed(0);
    for (Shift shift : plan.getShifts()) put(shift, 1);
  }

  @Override
  public void beforeVariableChanged(Object entity, String variable) {
    put((Shift) entity, -1);
  }

  @Override
  public void afterVariableChanged(Object entity, String variable) {
    put((Shift) entity, 1);
  }

  @Override
  public void beforeEntityAdded(Object entity) {}

  @Override
  public void afterEntityAdded(Object entity) {}

  @Override
  public void beforeEntityRemoved(Object entity) {}

  @Override
  public void afterEntityRemoved(Object entity) {}

  private void put(Shift shift, int by) {
    Choice choice = shift.getChoice();
    if (choice == null) return;
    int p = shift.person, t = shift.session, s = choice.site(), work = choice.work();
    Facts.Person person = f.people().get(p);
    people.put(p, t, by > 0 ? choice : null);
    stale[p] = true;
    contacts.changed(t);
    int post = w.postAt[t][person.cadre()][s][work];
    count[t][post] += by;
    if (choice.remote()) remote[t][post] += by;
    else {
      present[s][t] += by;
      if (work != Week.VISITS) inRooms[s][t] += by;
      if (work != Week.VISITS && f.roles().get(person.role()).duty()) doctors[t] += by;
    }
    if (work == Week.DUTY) onDuty[s][t] += by;
    if (f.sessions().get(t).enhancedAccess()) eveningMinutes[t] += by * w.posts[t][post].each();
    for (int g : w.peersOf[p])
      if (ofKind[g][t] && (!f.peers().get(g).isDuty() || work == Week.DUTY)) {
        kindCount[g][p] += by;
        stalePeers[g] = true;
      }
  }

  @Override
  public BendableLongScore calculateScore() {
    double[] levels = levels();
    long[] soft = new long[LEVELS - 1];
    for (int i = 1; i < LEVELS; i++) soft[i - 1] = -Math.round(levels[i] / STEP[i]);
    return BendableLongScore.of(new long[] {-Math.round(levels[NEVER] / STEP[NEVER])}, soft);
  }

  double[] levels() {
    double[] levels = new double[LEVELS];
    for (int p = 0; p < nP; p++) {
      if (stale[p]) people.count(p, personLevels[p]);
      stale[p] = false;
      for (int i = 0; i < LEVELS; i++) levels[i] += personLevels[p][i];
    }
    sites(levels);
    contacts.addTo(levels);
    for (int g = 0; g < nG; g++) {
      if (stalePeers[g]) unfair[g] = excess(g);
      stalePeers[g] = false;
      levels[WELLBEING] += 0.5 * unfair[g];
    }
    return levels;
  }

  /** Rooms, cover, the duty doctor, evenings and Saturdays. */
  private void sites(double[] levels) {
    double evenings = 0;
    for (int t = 0; t < nT; t++) {
      boolean isEvening = f.sessions().get(t).enhancedAccess();
      for (int s = 0; s < nS; s++) {
        Facts.Site site = f.sites().get(s);
        levels[NEVER] += Math.max(0, inRooms[s][t] - site.rooms());
        levels[SAFETY] += Math.max(0, site.minimum()[t] - present[s][t]);
        if (site.open()[t] && !isEvening && onDuty[s][t] == 0) levels[SAFETY] += 1;
      }
      if (!isEvening) continue;
      evenings += eveningMinutes[t];
      if (doctors[t] == 0) levels[SAFETY] += 1;
    }
    double owed = f.sessions().stream().anyMatch(Facts.Session::enhancedAccess) ? f.figures().eveningMinutes() : 0;
    if (owed - evenings > 1e-6) levels[SAFETY] += (owed - evenings) / EVENING_SESSION;
  }

  private double excess(int g) {
    double all = 0, largest = 0, sum = 0;
    for (Facts.Peer x : f.peers().get(g).people()) all += kindCount[g][x.person()];
    for (Facts.Peer x : f.peers().get(g).people()) {
      double over = x.ahead() + kindCount[g][x.person()] - all * x.share() - f.figures().allowedAhead();
      sum += Math.max(0, over);
      largest = Math.max(largest, over);
    }
    return largest + sum / f.peers().get(g).people().size();
  }

  /** Sessions of training that the plan leaves for the person, by index. */
  int[] learning(int p) {
    people.count(p, personLevels[p]);
    return people.learning(p);
  }
}
