package space.maneuver.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import space.maneuver.evaluation.metrics.catalogue.AlarmCause;
import space.maneuver.evaluation.metrics.catalogue.AlarmScore;
import space.maneuver.evaluation.metrics.catalogue.AlarmScore.Windows;
import space.maneuver.evaluation.metrics.catalogue.CatalogueScore;
import space.maneuver.evaluation.metrics.catalogue.RandomBurnRecall;
import space.maneuver.evaluation.metrics.catalogue.StepRecall;
import space.maneuver.evaluation.metrics.catalogue.StepRecall.Satellites;
import space.maneuver.math.Rate;
import space.maneuver.orbit.label.CertainSteps.Kind;

/** Alarms and found burns on histories without published burns, as Markdown. */
final class CatalogueTables {

  private static final String ALARMS =
      "Real objects that cannot maneuver, which the scoring network never saw: every maneuver at the"
          + " shipped threshold is a false alarm, whether confirmed or provisional; lower is better."
          + " In parentheses the 95 % interval; that of the alarms treats them as independent."
          + " \"Windows\" is the share of the 30-day windows, one each day, that are said to contain"
          + " a maneuver.";

  private static final String CAUSES =
      "What the semi-major axis did at these false alarms, by a rule: the next element set is off"
          + " and those after it are not; its slope differs before and after; or it stays above or"
          + " below the line before. Share of the alarms.";

  private static final String BURNS =
      "Burns planted into the histories of objects that cannot maneuver, at random times,"
          + " about half of them in each sense: share that is found at the shipped threshold, in the gap"
          + " or within a day; higher is better.";

  private static final String STEPS =
      "Steps of the orbits of satellites whose burns are not published, of a kind and size that only"
          + " thrust explains: more than eight times the scatter of the satellite's own steps, and"
          + " lasting. Share of those above a delta-v that is found at the shipped threshold, within"
          + " a day and a half; higher is better.";

  private CatalogueTables() {}

  /** Returns the figures that decide; empty without any. */
  static String of(CatalogueScore score) {
    return alarms(
            "False alarms on real objects that never maneuver",
            score,
            each -> each.objects().equals(AlarmScore.ALL) || each.objects().equals(AlarmScore.LOW))
        + burns(
            "Planted burns at random times",
            score.burns(),
            List.of(RandomBurnRecall.ALL, RandomBurnRecall.LOW))
        + steps(
            "Certain steps of satellites without published burns",
            score.steps().stream().filter(each -> each.satellites() == Satellites.OTHERS).toList());
  }

  /** Returns all figures; empty without any. */
  static String details(CatalogueScore score) {
    return alarms("False alarms by group, regime and perigee", score, each -> true)
        + causes(score.alarms())
        + burns(
            "Planted burns by sense, regime and perigee",
            score.burns(),
            new LinkedHashSet<>(score.burns().stream().map(RandomBurnRecall::burns).toList()))
        + steps("Certain steps of all satellites", score.steps());
  }

  private static String alarms(String title, CatalogueScore score, Predicate<AlarmScore> wanted) {
    if (score.alarms().isEmpty()) {
      return "";
    }
    MarkdownTable table =
        new MarkdownTable(
            title,
            ALARMS,
            List.of(
                "objects",
                "number",
                "object-years",
                "alarms",
                "alarms per object-year",
                "confirmed per object-year",
                "alarms per 1,000 objects and day",
                "windows",
                "of windows"));
    score.alarms().stream()
        .filter(wanted)
        .forEach(
            each -> {
              Rate all = each.alarms();
              Windows windows = each.windows();
              table.row(
                  each.objects(),
                  each.count(),
                  all.years(),
                  all.count(),
                  MarkdownTable.cell(all),
                  MarkdownTable.cell(each.confirmed()),
                  each.perThousandObjectsAndDay(),
                  windows == null
                      ? null
                      : MarkdownTable.cell(windows.share())
                          + MarkdownTable.within(windows.interval()),
                  windows == null ? null : windows.count());
            });
    return table.toString();
  }

  private static String causes(List<AlarmScore> alarms) {
    if (alarms.isEmpty()) {
      return "";
    }
    List<String> columns = new ArrayList<>(List.of("objects", "alarms"));
    for (AlarmCause cause : AlarmCause.values()) {
      columns.add(cause.label());
    }
    MarkdownTable table = new MarkdownTable("Causes of false alarms", CAUSES, columns);
    for (AlarmScore each : alarms) {
      int count = each.alarms().count();
      if (count > 0) {
        List<@Nullable Object> cells = new ArrayList<>(List.of(each.objects(), count));
        for (AlarmCause cause : AlarmCause.values()) {
          cells.add((double) each.causes().getOrDefault(cause, 0) / count);
        }
        table.row(cells);
      }
    }
    return table.toString();
  }

  private static String burns(String title, List<RandomBurnRecall> recalls, Iterable<String> rows) {
    if (recalls.isEmpty()) {
      return "";
    }
    Set<String> columns =
        recalls.stream()
            .filter(each -> each.burns().equals(RandomBurnRecall.ALL))
            .map(CatalogueTables::size)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    List<String> headings = new ArrayList<>(List.of("burns"));
    headings.addAll(columns);
    MarkdownTable table = new MarkdownTable(title, BURNS, headings);
    for (String row : rows) {
      List<@Nullable Object> cells = new ArrayList<>(List.of(row));
      for (String column : columns) {
        cells.add(
            recalls.stream()
                .filter(each -> each.burns().equals(row) && size(each).equals(column))
                .map(each -> MarkdownTable.cell(each.found()))
                .findFirst()
                .orElse(null));
      }
      table.row(cells);
    }
    return table.toString();
  }

  private static String size(RandomBurnRecall recall) {
    return recall.direction().label() + " " + recall.deltaV() + " m/s";
  }

  private static String steps(String title, List<StepRecall> recalls) {
    if (recalls.isEmpty()) {
      return "";
    }
    MarkdownTable table =
        new MarkdownTable(
            title,
            STEPS,
            List.of("step", "orbits", "satellites", "delta-v above, m/s", "number", "found"));
    for (StepRecall each : recalls) {
      table.row(
          name(each.kind()),
          each.orbits(),
          each.satellites().label(),
          String.format(Locale.ROOT, "%.2f", each.deltaV()),
          each.count(),
          MarkdownTable.cell(each.found()));
    }
    return table.toString();
  }

  private static String name(Kind kind) {
    return switch (kind) {
      case RAISE -> "raise";
      case AXIS -> "semi-major axis";
      case PLANE -> "plane";
    };
  }
}
