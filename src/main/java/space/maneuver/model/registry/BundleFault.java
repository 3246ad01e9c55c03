package space.maneuver.model.registry;

/**
 * Why a bundle in the model directory is not served.
 *
 * @param place the bundle's directory, or the model directory
 * @param reason with file, field, value and expectation
 */
public record BundleFault(String place, String reason) {}
