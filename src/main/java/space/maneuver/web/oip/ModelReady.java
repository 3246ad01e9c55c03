package space.maneuver.web.oip;

/**
 * Whether a model answers.
 *
 * @param name of the bundle
 * @param ready always, since a model is warm before it can be named
 */
record ModelReady(String name, boolean ready) {}
