package space.maneuver.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import space.maneuver.features.SolarFlux;
import space.maneuver.orbit.Burn;
import space.maneuver.orbit.ElementSet;
import space.maneuver.orbit.History;
import space.maneuver.orbit.label.LabelledHistory;
import space.maneuver.orbit.label.LabelledHistory.Interval;

/** A SHA-256 fingerprint of the inputs of a training. */
final class DataDigest {

  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private final DataOutputStream out =
      new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));

  /** Adds histories in their order, with the daily F10.7. */
  DataDigest add(List<LabelledHistory> histories, SolarFlux solarFlux) {
    try {
      out.writeInt(histories.size());
      for (LabelledHistory history : histories) {
        out.writeUTF(history.name());
        for (ElementSet each : history.history().elements()) {
          add(each);
          out.writeFloat(solarFlux.of((long) Math.floor(each.epochDays())));
        }
        for (Burn burn : history.burns()) {
          out.writeUTF(burn.start() + " " + burn.end());
        }
        List<Interval> reviewed = history.reviewed();
        if (reviewed != null) {
          out.writeUTF("reviewed " + reviewed);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds histories without published burns; nothing if there are none. */
  DataDigest add(UnlabeledHistories histories) {
    histories.passive().forEach((group, members) -> add("passive").addHistories(members));
    if (!histories.active().isEmpty()) {
      add("active").addHistories(histories.active());
    }
    return this;
  }

  private DataDigest addHistories(List<History> histories) {
    return add(
        histories.stream()
            .map(each -> new LabelledHistory(String.valueOf(each.noradId()), each, List.of()))
            .toList(),
        SolarFlux.NONE);
  }

  /** Adds a text. */
  DataDigest add(String text) {
    try {
      out.writeUTF(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds bytes. */
  DataDigest add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  /** Returns the fingerprint in hexadecimal. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void add(ElementSet each) throws IOException {
    out.writeLong(each.epochTicks());
    out.writeDouble(each.meanMotion());
    out.writeDouble(each.eccentricity());
    out.writeDouble(each.inclination());
    out.writeDouble(each.rightAscension());
    out.writeDouble(each.argumentOfPerigee());
    out.writeDouble(each.meanAnomaly());
    out.writeDouble(each.bStar());
  }
}
