package space.maneuver.model.registry;

import java.util.List;

/** A model was asked for that is not there; the message lists those that are. */
public final class UnknownModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String requested;

  UnknownModelException(String requested, List<String> known) {
    super("there is no model " + requested + "; known are " + known);
    this.requested = requested;
  }

  /** NAME or NAME:VERSION, as asked for. */
  public String requested() {
    return requested;
  }
}
