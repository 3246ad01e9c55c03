package space.maneuver.features.window;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What the columns of a window are. A bundle names the schema it was trained with and is refused
 * where another is in force.
 *
 * @param name of the schema
 * @param sampling what a step is
 * @param channels the columns, in order
 */
public record FeatureSchema(String name, Sampling sampling, List<Channel> channels) {

  public FeatureSchema {
    channels = List.copyOf(channels);
  }

  public int width() {
    return channels.size();
  }

  /** Sha-256 over name, sampling and every channel, in hexadecimal. */
  public String hash() {
    StringBuilder text = new StringBuilder(name).append('\n').append(sampling).append('\n');
    for (Channel channel : channels) {
      text.append(channel.name()).append('\t').append(channel.unit()).append('\t');
      text.append(channel.meaning()).append('\t').append(channel.nullable()).append('\n');
    }
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
