package peer;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * java peer.Main WEEK.json SEED MARK,MARK… : plans the week until the solving thread has used the last mark's processor seconds, and writes
 * the rota at each mark as JSON. The clock starts once the week has been read.
 */
public class Main {
  /** Size of late acceptance: of 5 to 400, the best after a minute on five practices. */
  private static final int LATE_ACCEPTANCE = 20;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  public static void main(String[] args) throws Exception {
    Week.current = new Week(new ObjectMapper().readValue(new File(args[0]), Facts.class));
    double[] marks = Arrays.stream(args[2].split(",")).mapToDouble(Double::parseDouble).toArray();
    long me = Thread.currentThread().getId(), began = THREADS.getThreadCpuTime(me);
    Solver<Plan> solver = SolverFactory.<Plan>create(config(Long.parseLong(args[1]))).buildSolver();
    Plan[] at = new Plan[marks.length];
    int[] better = {0};
    solver.addEventListener(
        event -> {
          double now = (THREADS.getThreadCpuTime(me) - began) / 1e9;
          better[0]++;
          for (int i = 0; i < marks.length; i++) if (now <= marks[i]) at[i] = event.getNewBestSolution();
        });
    stopAt(marks[marks.length - 1], me, began, solver);
    solver.solve(new Plan(Week.current.shifts()));
    double thread = (THREADS.getThreadCpuTime(me) - began) / 1e9;
    var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    List<Object> written = new ArrayList<>();
    for (int i = 0; i < marks.length; i++) written.add(mark(marks[i], at[i]));
    Map<String, Object> out =
        Map.of("seconds", thread, "process", system.getProcessCpuTime() / 1e9, "better", better[0], "marks", written);
    System.out.println(new ObjectMapper().writeValueAsString(out));
  }

  private static void stopAt(double seconds, long thread, long began, Solver<Plan> solver) {
    Thread watch =
        new Thread(
            () -> {
              try {
                while ((THREADS.getThreadCpuTime(thread) - began) / 1e9 < seconds) Thread.sleep(20);
              } catch (InterruptedException e) {
                return;
              }
              solver.terminateEarly();
            });
    watch.setDaemon(true);
    watch.start();
  }

  /** First Fit Decreasing, then late acceptance over changes and our exchanges, in one thread. */
  private static SolverConfig config(long seed) {
    ChangeMoveSelectorConfig change = new ChangeMoveSelectorConfig();
    change.setFixedProbabilityWeight(2.0);
    MoveIteratorFactoryConfig exchanges =
        new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Exchanges.class);
    exchanges.setFixedProbabilityWeight(4.0);
    LocalSearchPhaseConfig search =
        new LocalSearchPhaseConfig()
            .withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(LATE_ACCEPTANCE))
            .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))
            .withMoveSelectorConfig(new UnionMoveSelectorConfig().withMoveSelectors(change, exchanges));
    return new SolverConfig()
        .withSolutionClass(Plan.class)
        .withEntityClasses(Shift.class)
        .withEnvironmentMode(EnvironmentMode.valueOf(System.getProperty("peer.mode", "NO_ASSERT")))
        .withRandomSeed(seed)
        .withScoreDirectorFactory(new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Score.class))
        .withPhaseList(
            List.of(
                new ConstructionHeuristicPhaseConfig()
                    .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT_DECREASING),
                search));
  }

  /** Each assignment as person, session, site, work (3: training) and 1 for telephone, by index. Null before the first rota. */
  private static Map<String, Object> mark(double seconds, Plan plan) {
    if (plan == null) return Map.of("mark", seconds);
    Score score = new Score();
    score.resetWorkingSolution(plan);
    List<int[]> assignments = new ArrayList<>();
    for (Shift shift : plan.getShifts()) {
      Choice c = shift.getChoice();
      if (c != null)
        assignments.add(new int[] {shift.person, shift.session, c.site(), c.work(), c.remote() ? 1 : 0});
    }
    for (int p = 0; p < Week.current.facts.people().size(); p++)
      for (int t : score.learning(p))
        assignments.add(new int[] {p, t, Week.current.facts.people().get(p).home(), Week.WORKS, 0});
    return Map.of("mark", seconds, "levels", score.levels(), "assignments", assignments);
  }
}
