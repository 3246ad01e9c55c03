package space.maneuver.orbit;

import java.io.IOException;

/**
 * Thrown when a document cannot be read, or not to its end. Records before the fault have been
 * delivered. The message names the place and the fault.
 */
public class UnreadableInputException extends IOException {

  private static final long serialVersionUID = 1L;

  public UnreadableInputException(String message) {
    super(message);
  }

  public UnreadableInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
