package space.maneuver.model.registry;

import java.util.List;

/** A requested model does not exist; the message lists those that do. */
public final class UnknownModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String requested;

  UnknownModelException(String requested, List<String> known) {
    super("model '" + requested + "' not found; expected one of: " + String.join(", ", known));
    this.requested = requested;
  }

  /** Returns {@code NAME} or {@code NAME:VERSION}, as requested. */
  public String requested() {
    return requested;
  }
}
