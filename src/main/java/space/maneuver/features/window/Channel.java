package space.maneuver.features.window;

/**
 * One number of a step.
 *
 * @param name short and stable
 * @param unit as written in physics; "1" for a pure number
 * @param meaning formula or definition, with its source; not part of the schema's hash
 * @param nullable whether the number may be missing in a step that is there
 */
public record Channel(String name, String unit, String meaning, boolean nullable) {}
