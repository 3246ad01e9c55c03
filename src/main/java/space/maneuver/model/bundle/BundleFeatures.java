package space.maneuver.model.bundle;

import java.util.List;
import space.maneuver.features.window.Channel;
import space.maneuver.features.window.FeatureSchema;
import space.maneuver.features.window.Sampling;

/**
 * The feature schema a network was trained with.
 *
 * @param name of the schema
 * @param sampling what a step is
 * @param channels the columns, in order
 * @param hash of the schema, {@link FeatureSchema#hash()}
 */
public record BundleFeatures(String name, Sampling sampling, List<Channel> channels, String hash) {

  public BundleFeatures {
    channels = List.copyOf(channels);
  }

  public static BundleFeatures of(FeatureSchema schema) {
    return new BundleFeatures(schema.name(), schema.sampling(), schema.channels(), schema.hash());
  }

  public FeatureSchema schema() {
    return new FeatureSchema(name, sampling, channels);
  }
}
