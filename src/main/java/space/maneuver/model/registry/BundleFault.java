package space.maneuver.model.registry;

/**
 * Why something in the directory of bundles is not served.
 *
 * @param place the bundle's directory, or the directory of bundles
 * @param reason with file, field, value and what was expected
 */
public record BundleFault(String place, String reason) {}
