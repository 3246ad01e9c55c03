package space.maneuver.training;

import java.util.List;
import space.maneuver.training.samples.SampleBatch;
import space.maneuver.training.samples.Sampler;

/**
 * What a network is trained on.
 *
 * @param sampler draws the batches
 * @param validation batches of satellites that the sampler does not draw from; empty when none is
 *     left out
 * @param identity fingerprint of the histories, so that a checkpoint of others is not taken
 */
record TrainingSamples(Sampler sampler, List<SampleBatch> validation, String identity) {

  TrainingSamples {
    validation = List.copyOf(validation);
  }
}
