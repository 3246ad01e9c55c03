package space.maneuver.exchange;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.orekit.data.DataContext;
import org.orekit.files.ccsds.definitions.DutyCycleType;
import org.orekit.files.ccsds.definitions.FrameFacade;
import org.orekit.files.ccsds.definitions.OrbitRelativeFrame;
import org.orekit.files.ccsds.definitions.TimeSystem;
import org.orekit.files.ccsds.ndm.WriterBuilder;
import org.orekit.files.ccsds.ndm.odm.OdmHeader;
import org.orekit.files.ccsds.ndm.odm.ocm.ManBasis;
import org.orekit.files.ccsds.ndm.odm.ocm.ManeuverFieldType;
import org.orekit.files.ccsds.ndm.odm.ocm.Ocm;
import org.orekit.files.ccsds.ndm.odm.ocm.OcmData;
import org.orekit.files.ccsds.ndm.odm.ocm.OcmMetadata;
import org.orekit.files.ccsds.ndm.odm.ocm.OcmWriter;
import org.orekit.files.ccsds.ndm.odm.ocm.OrbitManeuver;
import org.orekit.files.ccsds.ndm.odm.ocm.OrbitManeuverHistory;
import org.orekit.files.ccsds.ndm.odm.ocm.OrbitManeuverHistoryMetadata;
import org.orekit.files.ccsds.section.Segment;
import org.orekit.files.ccsds.utils.generation.Generator;
import org.orekit.files.ccsds.utils.generation.KvnGenerator;
import org.orekit.files.ccsds.utils.generation.XmlGenerator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.IERSConventions;
import org.orekit.utils.units.Unit;
import space.maneuver.detection.reconstruction.Maneuver;
import space.maneuver.detection.reconstruction.Maneuver.ComponentSigma;
import space.maneuver.detection.reconstruction.Maneuver.DeltaV;
import space.maneuver.orbit.Sgp4;

/**
 * Writes maneuvers as CCSDS Orbit Comprehensive Messages (CCSDS 502.0-B-3, 2023), one of each
 * object, with a maneuver block for each maneuver. A maneuver is written as soon as it is read, so
 * that any number of them takes the same memory.
 *
 * <p>The time of a block is the start of the 90 % interval, its duration the length of the
 * interval; delta-v in km/s, radial, along-track and cross-track in the rotating frame. There is no
 * keyword for the confidence, which is a comment.
 */
public final class ManeuverOcm {

  private static final double VERSION = 3.0;
  private static final String NDM = "ndm";
  private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");
  private static final double METRES_PER_KM = 1_000;
  private static final double MICROS_PER_SECOND = 1e6;

  private static final FrameFacade FRAME =
      new FrameFacade(
          null,
          null,
          OrbitRelativeFrame.RSW_ROTATING,
          null,
          OrbitRelativeFrame.RSW_ROTATING.name());

  private final Layout layout;
  private final String originator;
  private final Instant created;
  private final DataContext context = Sgp4.dataContext();
  private final OcmWriter writer =
      new WriterBuilder(context).withConventions(IERSConventions.IERS_2010).buildOcmWriter();
  private final Generator generator;

  /** A layout of the standard. */
  public enum Layout {
    /** An NDM/XML document with any number of messages. */
    XML,
    /** Lines of key and value: one message. */
    KVN
  }

  /**
   * Begins a document.
   *
   * @param originator who writes it
   * @param created time of writing
   * @param out neither flushed nor closed
   */
  public ManeuverOcm(Layout layout, String originator, Instant created, Writer out)
      throws IOException {
    this.layout = layout;
    this.originator = plain(originator);
    this.created = created;
    if (layout == Layout.XML) {
      generator =
          new XmlGenerator(
              out,
              XmlGenerator.DEFAULT_INDENT,
              "",
              Double.NaN,
              true,
              XmlGenerator.NDM_XML_V3_SCHEMA_LOCATION);
      generator.enterSection(NDM);
    } else {
      generator = new KvnGenerator(out, OcmWriter.KVN_PADDING_WIDTH, "", Double.NaN, 0);
    }
  }

  /**
   * Writes a message for each object.
   *
   * @param maneuvers those of an object after each other; read one by one
   */
  public void objects(Iterator<ExportedManeuver> maneuvers) throws IOException {
    Ahead ahead = new Ahead(maneuvers);
    for (ExportedManeuver first = ahead.next; first != null; first = ahead.next) {
      object(first.noradId(), first.name(), first.figures().earliest(), ahead);
    }
  }

  /** Writes the message of an object without maneuvers: in KVN, a document needs a message. */
  public void nothing(int noradId) throws IOException {
    object(noradId, null, created, new Ahead(List.<ExportedManeuver>of().iterator()));
  }

  /** Ends the document. */
  public void end() throws IOException {
    if (layout == Layout.XML) {
      generator.exitSection();
    }
  }

  private void object(int noradId, @Nullable String name, Instant start, Ahead maneuvers)
      throws IOException {
    OdmHeader header = new OdmHeader();
    header.setFormatVersion(VERSION);
    header.setCreationDate(date(created));
    header.setOriginator(originator);
    OcmMetadata metadata = new OcmMetadata(context);
    metadata.setTimeSystem(TimeSystem.UTC);
    metadata.setEpochT0(date(start));
    metadata.setObjectName(name == null ? "UNKNOWN" : plain(name));
    metadata.setObjectDesignator(Integer.toString(noradId));
    metadata.setCatalogName("NORAD");
    OcmData data = new Blocks(maneuvers, noradId);
    writer.writeMessage(
        generator,
        new Ocm(
            header,
            List.of(new Segment<>(metadata, data)),
            IERSConventions.IERS_2010,
            context,
            Double.NaN));
  }

  /** An iterator that can look at what comes next. */
  private static final class Ahead {

    private final Iterator<ExportedManeuver> rest;
    private @Nullable ExportedManeuver next;

    Ahead(Iterator<ExportedManeuver> all) {
      rest = all;
      next = all.hasNext() ? all.next() : null;
    }

    boolean isOf(int noradId) {
      return next != null && next.noradId() == noradId;
    }

    ExportedManeuver take() {
      ExportedManeuver taken = next;
      if (taken == null) {
        throw new NoSuchElementException();
      }
      next = rest.hasNext() ? rest.next() : null;
      return taken;
    }
  }

  /** The maneuver blocks of an object, each made when the writer asks for it. */
  private final class Blocks extends OcmData {

    Blocks(Ahead maneuvers, int noradId) {
      super(null, null, null, new Lazy(maneuvers, noradId), null, null, null);
    }

    /** Does not read the blocks before they are written. */
    @Override
    public void validate(double version) {}
  }

  private final class Lazy extends AbstractList<OrbitManeuverHistory> {

    private final Ahead maneuvers;
    private final int noradId;

    Lazy(Ahead maneuvers, int noradId) {
      this.maneuvers = maneuvers;
      this.noradId = noradId;
    }

    @Override
    public Iterator<OrbitManeuverHistory> iterator() {
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return maneuvers.isOf(noradId);
        }

        @Override
        public OrbitManeuverHistory next() {
          return block(maneuvers.take());
        }
      };
    }

    @Override
    public boolean isEmpty() {
      return !maneuvers.isOf(noradId);
    }

    @Override
    public OrbitManeuverHistory get(int index) {
      throw new UnsupportedOperationException("the blocks can be read once, in their order");
    }

    @Override
    public int size() {
      return isEmpty() ? 0 : 1;
    }
  }

  private OrbitManeuverHistory block(ExportedManeuver each) {
    Maneuver figures = each.figures();
    OrbitManeuverHistoryMetadata metadata =
        new OrbitManeuverHistoryMetadata(date(figures.earliest()));
    metadata.setComments(comments(each));
    metadata.setManID(plain(each.id()));
    metadata.setManBasis(ManBasis.DETERMINED_OD);
    metadata.setManDeviceID("ALL");
    metadata.setManPredSource(plain(each.model()));
    metadata.setManReferenceFrame(FRAME);
    metadata.setDcType(DutyCycleType.CONTINUOUS);
    OrbitManeuver line = new OrbitManeuver();
    line.setDate(date(figures.earliest()));
    line.setDuration(
        (double) figures.earliest().until(figures.latest(), ChronoUnit.MICROS) / MICROS_PER_SECOND);
    List<ManeuverFieldType> fields =
        new ArrayList<>(List.of(ManeuverFieldType.TIME_ABSOLUTE, ManeuverFieldType.MAN_DURA));
    List<Unit> units = new ArrayList<>(List.of(Unit.SECOND)); // The time has none.
    DeltaV deltaV = figures.deltaV();
    if (deltaV != null) {
      addDeltaV(line, deltaV, figures.componentSigma(), fields, units);
    }
    metadata.setManComposition(fields);
    metadata.setManUnits(units);
    return new OrbitManeuverHistory(metadata, List.of(line));
  }

  private static void addDeltaV(
      OrbitManeuver line,
      DeltaV deltaV,
      @Nullable ComponentSigma sigma,
      List<ManeuverFieldType> fields,
      List<Unit> units) {
    double radial = deltaV.radial() == null ? 0 : deltaV.radial();
    line.setDv(0, radial);
    line.setDv(1, deltaV.alongTrack());
    line.setDv(2, deltaV.crossTrack());
    fields.addAll(List.of(ManeuverFieldType.DV_X, ManeuverFieldType.DV_Y, ManeuverFieldType.DV_Z));
    Unit kmPerSecond = Unit.parse("km/s");
    units.addAll(List.of(kmPerSecond, kmPerSecond, kmPerSecond));
    if (deltaV.total() <= 0) {
      return;
    }
    line.setDvMagSigma(deltaV.sigma() / deltaV.total());
    fields.add(ManeuverFieldType.DV_MAG_SIGMA);
    units.add(Unit.PERCENT);
    if (sigma != null) {
      line.setDvDirSigma(directionSigma(deltaV, radial, sigma));
      fields.add(ManeuverFieldType.DV_DIR_SIGMA);
      units.add(Unit.DEGREE);
    }
  }

  /**
   * Standard deviation of the direction, rad: the angle that the errors of the components across
   * the delta-v subtend.
   */
  private static double directionSigma(DeltaV deltaV, double radial, ComponentSigma sigma) {
    double total = deltaV.total();
    double across =
        across(sigma.radial(), radial / total)
            + across(sigma.alongTrack(), deltaV.alongTrack() / total)
            + across(sigma.crossTrack(), deltaV.crossTrack() / total);
    return FastMath.atan2(FastMath.sqrt(across), total);
  }

  private static double across(double sigma, double cosine) {
    return sigma * sigma * FastMath.max(0, 1 - cosine * cosine);
  }

  private static List<String> comments(ExportedManeuver each) {
    Maneuver figures = each.figures();
    List<String> comments = new ArrayList<>();
    comments.add(
        String.format(
            Locale.ROOT,
            "%s, %s, confidence %.4f, %s",
            figures.kind().label(),
            figures.type().label(),
            figures.confidence(),
            each.status().label()));
    comments.add("best estimate of the time " + figures.epoch());
    DeltaV deltaV = figures.deltaV();
    if (deltaV != null) {
      comments.add(
          deltaV.radial() == null
              ? "the radial component is not known; that across the track has no sign"
              : "the components along the radius and across the track have no sign");
    }
    if (figures.acceleration() != null) {
      comments.add(
          "mean acceleration "
              + figures.acceleration() / METRES_PER_KM
              + " km/s2, direction unknown");
    }
    if (each.verdict() != null) {
      comments.add("reviewed: " + each.verdict().label());
    }
    return comments;
  }

  private AbsoluteDate date(Instant instant) {
    return new AbsoluteDate(instant, context.getTimeScales().getUTC());
  }

  /** Names come from files: what the layouts give a meaning to becomes a blank. */
  private String plain(String text) {
    String printable = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    return layout == Layout.XML
        ? printable.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        : printable;
  }
}
