package peer;

import java.util.List;

/** A week as written by bench/over-time/timefold-week.ts, which documents each field. */
record Facts(
    List<Session> sessions,
    int[] workingDays,
    List<Site> sites,
    List<Need> needs,
    List<Role> roles,
    List<Cadre> cadres,
    List<Person> people,
    List<Asked> arrivals,
    List<Asked> waiting,
    List<Circle> circles,
    List<Peers> peers,
    Figures figures) {

  record Session(int day, double minutes, double counts, boolean enhancedAccess, double starts, double ends) {}

  record Site(int rooms, boolean[] open, int[] minimum, double[] journey, double[] travel) {}

  record Need(
      boolean isSameDay, boolean shared, boolean visit, boolean followUp,
      double inRoom, double weight, double length, double fair, double quota) {

    /** A clinic can meet any need, visits those at home, a duty doctor those that are urgent today. */
    boolean metBy(int work) {
      return work == Week.VISITS ? visit : work == Week.CLINIC || isSameDay;
    }
  }

  record Role(
      double sessionMinutes, double patientMinutes, double cost, boolean duty, int maxSites,
      double supervisionMinutes, Double safe) {

    double safeDay() {
      return safe == null ? Double.POSITIVE_INFINITY : safe;
    }
  }

  record Cadre(int role, double[] minutes, double[] returns, double[] load) {
    boolean meets(int need) {
      return minutes[need] > 0;
    }

    int breadth() {
      int n = 0;
      for (double m : minutes) if (m > 0) n++;
      return n;
    }
  }

  record Person(
      int cadre, int role, int home, int[] sites, boolean[] free, int[] halfDays,
      double due, double most, int learning, double outside) {}

  /** Contacts that arrive in a session, or wait from before; `due` is a day of the week, or null. */
  record Asked(int need, int site, int session, double contacts, Integer due) {}

  record Circle(int[] by, int[] supervised, Integer site) {}

  record Peer(int person, double share, double ahead) {}

  record Peers(boolean isDuty, int[] sessions, List<Peer> people) {}

  record Figures(
      double[] patientShare, double eveningMinutes, int perSupervisor, double restMinutes, double weekMinutes,
      int longDays, double stillOverdue, double allowedBehind, double allowedAhead) {}
}
