package space.maneuver.features.window;

/**
 * A channel: one column of a window.
 *
 * @param name short and stable
 * @param unit SI or customary unit; "1" for a dimensionless number
 * @param meaning formula or definition, with its source; not part of the schema's hash
 * @param nullable whether the value may be missing in an observed step
 */
public record Channel(String name, String unit, String meaning, boolean nullable) {}
