package space.maneuver.training;

/**
 * What a training gives.
 *
 * @param archive bytes of the TorchScript module; not copied
 * @param losses after each hundredth of the training, means over it
 */
public record TrainedNetwork(byte[] archive, double[] losses) {}
