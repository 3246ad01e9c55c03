package space.maneuver.model.bundle;

/**
 * A bundle that has been read and checked, but whose network has not been loaded.
 *
 * @param place from which it was read, for messages
 * @param description content of {@code bundle.json}
 * @param network bytes of {@code model.pt}; not copied
 * @param card text of {@code MODEL_CARD.md}
 */
public record LoadedBundle(String place, ModelBundle description, byte[] network, String card) {}
