package space.maneuver.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orekit.data.DataSource;
import org.orekit.files.ccsds.definitions.OrbitRelativeFrame;
import org.orekit.files.ccsds.ndm.Ndm;
import org.orekit.files.ccsds.ndm.ParserBuilder;
import org.orekit.files.ccsds.ndm.odm.ocm.ManBasis;
import org.orekit.files.ccsds.ndm.odm.ocm.Ocm;
import org.orekit.files.ccsds.ndm.odm.ocm.OrbitManeuver;
import org.orekit.files.ccsds.ndm.odm.ocm.OrbitManeuverHistory;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.IERSConventions;
import space.maneuver.catalogue.maneuvers.Review.Verdict;
import space.maneuver.exchange.ExportedManeuvers.Counting;
import space.maneuver.exchange.ExportedManeuvers.CountingWriter;
import space.maneuver.exchange.ManeuverOcm.Layout;
import space.maneuver.orbit.Sgp4;

/** What is written is read back by Orekit's parser. */
class ManeuverOcmTest {

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final Instant START = ExportedManeuvers.EPOCH.minusSeconds(3_600);

  @ParameterizedTest
  @EnumSource
  void parserReadsWhatWasWritten(Layout layout) throws IOException {
    Ocm ocm = parse(layout, written(layout, ExportedManeuvers.of(17, 25_544, "ISS (ZARYA)")));

    assertThat(ocm.getHeader().getOriginator()).isEqualTo("test & co");
    assertThat(ocm.getMetadata().getObjectName()).isEqualTo("ISS (ZARYA)");
    assertThat(ocm.getMetadata().getObjectDesignator()).isEqualTo("25544");
    OrbitManeuverHistory block = ocm.getData().getManeuverBlocks().get(0);
    assertThat(block.getMetadata().getManID()).isEqualTo("17");
    assertThat(block.getMetadata().getManBasis()).isEqualTo(ManBasis.DETERMINED_OD);
    assertThat(block.getMetadata().getManDeviceID()).isEqualTo("ALL");
    assertThat(block.getMetadata().getManPredSource()).isEqualTo("test:1.0.0");
    assertThat(block.getMetadata().getManReferenceFrame().asOrbitRelativeFrame())
        .isEqualTo(OrbitRelativeFrame.RSW_ROTATING);
    assertThat(block.getMetadata().getComments().get(0)).contains("confidence 0.7500", "confirmed");
    OrbitManeuver line = block.getManeuvers().get(0);
    assertThat(line.getDate().durationFrom(date(START))).isCloseTo(0, within(1e-6));
    assertThat(line.getDuration()).isEqualTo(5_400);
    assertThat(Vector3D.distance(line.getDv(), new Vector3D(0, -0.3, 0.4))).isLessThan(1e-12);
    assertThat(line.getDvMagSigma()).isCloseTo(0.1, within(1e-12));
    // Across: .1 along the radius, .05 * .8 along the track, .02 * .6 across it.
    assertThat(line.getDvDirSigma())
        .isCloseTo(Math.atan2(Math.sqrt(0.01 + 0.0016 + 0.000144), 0.5), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource
  void unknownDeltaVIsLeftOut(Layout layout) throws IOException {
    Ocm ocm =
        parse(
            layout, written(layout, ExportedManeuvers.of(17, 25_544, null, null, Verdict.NO_BURN)));

    OrbitManeuverHistory block = ocm.getData().getManeuverBlocks().get(0);
    assertThat(ocm.getMetadata().getObjectName()).isEqualTo("UNKNOWN");
    assertThat(block.getMetadata().getManComposition()).hasSize(2);
    assertThat(block.getMetadata().getComments()).contains("reviewed: no-burn");
    assertThat(block.getManeuvers().get(0).getDuration()).isEqualTo(5_400);
  }

  @ParameterizedTest
  @EnumSource
  void nameWithCharactersOfTheLayoutIsText(Layout layout) throws IOException {
    String name = "A<B>&C = \"D\"\nE";

    Ocm ocm = parse(layout, written(layout, ExportedManeuvers.of(1, 7, name)));

    assertThat(ocm.getMetadata().getObjectName()).isEqualTo("A<B>&C = \"D\" E");
    assertThat(ocm.getData().getManeuverBlocks()).hasSize(1);
  }

  @Test
  void eachObjectHasAMessage() throws IOException {
    String text =
        written(
            Layout.XML,
            ExportedManeuvers.of(1, 7, "ONE"),
            ExportedManeuvers.of(2, 7, "ONE"),
            ExportedManeuvers.of(3, 8, "TWO"));

    Ndm ndm = parser().buildNdmParser().parseMessage(source(text));

    assertThat(ndm.getConstituents()).hasSize(2);
    assertThat(((Ocm) ndm.getConstituents().get(0)).getData().getManeuverBlocks()).hasSize(2);
    assertThat(((Ocm) ndm.getConstituents().get(1)).getData().getManeuverBlocks()).hasSize(1);
  }

  @Test
  void documentWithoutManeuversIsReadable() throws IOException {
    assertThat(
            parser().buildNdmParser().parseMessage(source(written(Layout.XML))).getConstituents())
        .isEmpty();
    StringWriter kvn = new StringWriter();
    ManeuverOcm ocm = new ManeuverOcm(Layout.KVN, "test", NOW, kvn);
    ocm.nothing(7);
    ocm.end();
    Ocm read = parse(Layout.KVN, kvn.toString());
    assertThat(read.getMetadata().getObjectDesignator()).isEqualTo("7");
    assertThat(read.getData().getManeuverBlocks()).isNullOrEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void maneuversAreWrittenAsTheyAreRead(Layout layout) throws IOException {
    CountingWriter out =
        new CountingWriter(layout == Layout.XML ? "</MAN_DEVICE_ID>" : "MAN_DEVICE_ID");

    write(layout, out, new Counting(20_000, out));

    assertThat(out.seen()).isEqualTo(20_000);
  }

  private static String written(Layout layout, ExportedManeuver... all) throws IOException {
    StringWriter out = new StringWriter();
    write(layout, out, List.of(all).iterator());
    return out.toString();
  }

  private static void write(
      Layout layout, Writer out, java.util.Iterator<ExportedManeuver> maneuvers)
      throws IOException {
    ManeuverOcm ocm = new ManeuverOcm(layout, "test & co", NOW, out);
    ocm.objects(maneuvers);
    ocm.end();
  }

  private static Ocm parse(Layout layout, String text) {
    return layout == Layout.KVN
        ? parser().buildOcmParser().parseMessage(source(text))
        : (Ocm) parser().buildNdmParser().parseMessage(source(text)).getConstituents().get(0);
  }

  private static ParserBuilder parser() {
    return new ParserBuilder(Sgp4.dataContext()).withConventions(IERSConventions.IERS_2010);
  }

  private static DataSource source(String text) {
    return new DataSource(
        "written", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static AbsoluteDate date(Instant instant) {
    return new AbsoluteDate(instant, Sgp4.dataContext().getTimeScales().getUTC());
  }
}
