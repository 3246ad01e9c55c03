package space.maneuver.features;

import java.util.List;

/**
 * The scaling of every channel of a schema.
 *
 * @param channels in the schema's order
 */
public record Normaliser(List<ChannelScaling> channels) {

  public Normaliser {
    channels = List.copyOf(channels);
  }

  public int width() {
    return channels.size();
  }
}
