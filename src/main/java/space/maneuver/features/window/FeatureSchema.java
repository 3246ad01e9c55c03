package space.maneuver.features.window;

import java.util.List;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The columns of a window. A bundle names the schema it was trained with and is refused where the
 * schema in force has other columns.
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

  /**
   * SHA-256 over name, sampling and the name, unit and nullability of every channel, hexadecimal.
   * The meaning of a channel is prose, which may be reworded.
   */
  public String hash() {
    return hash(
        channel -> channel.name() + '\t' + channel.unit() + '\t' + channel.nullable() + '\n');
  }

  /** The hash in bundles of format 1, which covers the meaning of every channel too. */
  public String hashWithMeanings() {
    return hash(
        channel ->
            channel.name()
                + '\t'
                + channel.unit()
                + '\t'
                + channel.meaning()
                + '\t'
                + channel.nullable()
                + '\n');
  }

  private String hash(Function<Channel, String> line) {
    StringBuilder text = new StringBuilder(name + '\n' + sampling + '\n');
    channels.forEach(channel -> text.append(line.apply(channel)));
    return DigestUtils.sha256Hex(text.toString());
  }
}
