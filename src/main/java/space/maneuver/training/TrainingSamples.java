package space.maneuver.training;

import java.util.List;
import space.maneuver.training.samples.SampleBatch;
import space.maneuver.training.samples.Sampler;

/**
 * The samples of a training.
 *
 * @param sampler sampler of training batches
 * @param validation batches from satellites that the sampler does not draw from; empty if none is
 *     held out
 * @param identity fingerprint of the histories, so that no checkpoint of other histories is resumed
 */
record TrainingSamples(Sampler sampler, List<SampleBatch> validation, String identity) {

  TrainingSamples {
    validation = List.copyOf(validation);
  }
}
