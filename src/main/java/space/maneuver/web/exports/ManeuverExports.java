package space.maneuver.web.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import space.maneuver.catalogue.KeptManeuvers;
import space.maneuver.catalogue.maneuvers.ListedManeuver;
import space.maneuver.catalogue.maneuvers.ManeuverQuery;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Order;
import space.maneuver.catalogue.maneuvers.ManeuverQuery.Page;
import space.maneuver.exchange.CatalogueCsv;
import space.maneuver.exchange.ExportedManeuver;
import space.maneuver.exchange.ManeuverOcm;
import space.maneuver.exchange.ManeuverOcm.Layout;
import space.maneuver.exchange.ManeuverUdl;
import space.maneuver.exchange.ManeuverUdl.Origin;

/** Writes any number of maneuvers as the answer to a request, as they are read. */
@Component
@EnableConfigurationProperties(ExportProperties.class)
public final class ManeuverExports {

  /** Maneuvers read at a time, so that a slow caller holds no connection to the database. */
  private static final int CHUNK = 1_000;

  private final ExportProperties settings;

  ManeuverExports(ExportProperties settings) {
    this.settings = settings;
  }

  /**
   * Answers with all maneuvers of a query; an OCM has them by object, whatever the order.
   *
   * @param format other than JSON, which has pages
   */
  public void write(
      ExportFormat format,
      KeptManeuvers maneuvers,
      ManeuverQuery query,
      HttpServletResponse response)
      throws IOException {
    boolean ocm = format == ExportFormat.OCM || format == ExportFormat.OCM_LINES;
    // The first ones before the header: what cannot be read is still a problem.
    Listed listed =
        new Listed(maneuvers, (ocm ? query.orderedBy(Order.OBJECT) : query).limitedTo(CHUNK));
    boolean withCharset = !format.type().endsWith("json");
    response.setContentType(format.type() + (withCharset ? ";charset=UTF-8" : ""));
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    switch (format) {
      case CSV -> writeTable(listed, out);
      case OCM -> writeOcm(Layout.XML, query, listed, out);
      case OCM_LINES -> writeOcm(Layout.KVN, query, listed, out);
      case UDL -> writeUdl(listed, out);
      case JSON -> throw new IllegalArgumentException("JSON has pages");
    }
    out.flush();
  }

  private static void writeTable(Listed listed, Writer out) {
    PrintWriter lines = new PrintWriter(out);
    CatalogueCsv table = new CatalogueCsv(lines);
    for (int row = 1; listed.hasNext(); row++) {
      table.maneuver(listed.next());
      // It flushes.
      if (row % CHUNK == 0 && lines.checkError()) {
        return;
      }
    }
    lines.flush();
  }

  private void writeOcm(Layout layout, ManeuverQuery query, Listed listed, Writer out)
      throws IOException {
    ManeuverOcm ocm =
        new ManeuverOcm(
            layout, settings.source(), Instant.now().truncatedTo(ChronoUnit.MILLIS), out);
    if (layout == Layout.KVN && !listed.hasNext()) {
      ocm.nothing(query.noradIds().iterator().next());
    }
    ocm.objects(new Exported(listed));
    ocm.end();
  }

  private void writeUdl(Listed listed, Writer out) {
    ManeuverUdl udl =
        new ManeuverUdl(new Origin(settings.source(), settings.marking(), settings.mode()), out);
    new Exported(listed).forEachRemaining(udl::maneuver);
    udl.end();
  }

  private record Exported(Listed listed) implements Iterator<ExportedManeuver> {

    @Override
    public boolean hasNext() {
      return listed.hasNext();
    }

    @Override
    public ExportedManeuver next() {
      return ExportedManeuver.of(listed.next());
    }
  }

  /** The maneuvers of a query, of which a page is held. */
  private static final class Listed implements Iterator<ListedManeuver> {

    private final KeptManeuvers maneuvers;
    private final ManeuverQuery query;
    private Page page;
    private int next;

    Listed(KeptManeuvers maneuvers, ManeuverQuery query) {
      this.maneuvers = maneuvers;
      this.query = query;
      page = maneuvers.list(query);
    }

    @Override
    public boolean hasNext() {
      if (next == page.maneuvers().size() && page.next() != null) {
        page = maneuvers.list(query.from(page.next()));
        next = 0;
      }
      return next < page.maneuvers().size();
    }

    @Override
    public ListedManeuver next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.maneuvers().get(next++);
    }
  }
}
