package peer;

/** Remaining capacity of posts for patients: minutes, minutes in rooms, and safe load. */
final class Room {
  private static final double EPS = 1e-9;

  final double[][] minutes, load; // [t][post]
  private final double[][] inRooms; // infinite if everybody has a room
  private final Week w;

  Room(Week week) {
    w = week;
    minutes = new double[w.nT][];
    inRooms = new double[w.nT][];
    load = new double[w.nT][];
    for (int t = 0; t < w.nT; t++) {
      minutes[t] = new double[w.posts[t].length];
      inRooms[t] = new double[w.posts[t].length];
      load[t] = new double[w.posts[t].length];
    }
  }

  /** By post: people, and how many of them work by telephone. */
  void reset(int t, int[] count, int[] remote) {
    for (Week.Post q : w.posts[t]) {
      int i = q.index();
      minutes[t][i] = q.each() * count[i];
      inRooms[t][i] = remote[i] == 0 ? Double.POSITIVE_INFINITY : q.each() * (count[i] - remote[i]);
      load[t][i] = count[i] == 0 ? 0 : q.safe() * count[i];
    }
  }

  /** Books contacts of a need; returns how many of them there was room for. */
  double book(int t, Week.Post q, int k, double asked) {
    if (asked <= EPS) return 0;
    int i = q.index();
    Facts.Cadre cadre = w.facts.cadres().get(q.cadre());
    double each = cadre.minutes()[k], weighs = cadre.load()[k], face = each * w.facts.needs().get(k).inRoom();
    double amount = Math.min(asked, Math.min(minutes[t][i] / each, load[t][i] / weighs));
    boolean someRemote = inRooms[t][i] != Double.POSITIVE_INFINITY;
    if (someRemote && face > 0) amount = Math.min(amount, inRooms[t][i] / face);
    if (amount <= EPS) return 0;
    minutes[t][i] -= amount * each;
    load[t][i] -= amount * weighs;
    if (someRemote) inRooms[t][i] -= amount * face;
    return amount;
  }
}
