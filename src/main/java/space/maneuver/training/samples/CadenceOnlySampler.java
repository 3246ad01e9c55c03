package space.maneuver.training.samples;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.ChannelScaling;
import space.maneuver.features.window.ChannelScaling.Kind;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.Normaliser;
import space.maneuver.model.torch.WindowBatch;

/** Sets every channel to 0 except the gap between element sets and the observation mask. */
public final class CadenceOnlySampler implements Sampler {

  private static final String GAP = "gap";

  private final Sampler all;
  private final Normaliser normaliser;

  /**
   * Wraps a sampler.
   *
   * @param all sampler of all channels
   * @param normaliser result of {@link #normaliser}
   */
  public CadenceOnlySampler(Sampler all, Normaliser normaliser) {
    this.all = all;
    this.normaliser = normaliser;
  }

  /** Returns a normalizer that marks all other channels as unused. */
  public static Normaliser normaliser(FeatureSchema schema, Normaliser all) {
    List<Channel> channels = schema.channels();
    return new Normaliser(
        IntStream.range(0, channels.size())
            .mapToObj(
                c ->
                    channels.get(c).name().equals(GAP)
                        ? all.channels().get(c)
                        : new ChannelScaling(Kind.UNUSED, 0, 1))
            .toList());
  }

  @Override
  public SampleBatch next(int size) {
    SampleBatch batch = all.next(size);
    WindowBatch windows = batch.windows();
    FloatBuffer x = windows.x().asFloatBuffer();
    int width = normaliser.width();
    for (int step = 0; step < windows.batch() * windows.time(); step++) {
      for (int c = 0; c < width - 1; c++) {
        if (normaliser.channels().get(c).kind() == Kind.UNUSED) {
          x.put(step * width + c, 0);
        }
      }
    }
    return batch;
  }
}
