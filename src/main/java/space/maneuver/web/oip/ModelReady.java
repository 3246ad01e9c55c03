package space.maneuver.web.oip;

/**
 * The readiness of a model.
 *
 * @param name of the bundle
 * @param ready always true, since a model is warm before it can be named
 */
record ModelReady(String name, boolean ready) {}
