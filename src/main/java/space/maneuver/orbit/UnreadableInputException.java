package space.maneuver.orbit;

import java.io.IOException;

/**
 * A document that cannot be read, or not to its end; what stood before the fault has been
 * delivered. The message names the place and says what is wrong, for a person.
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
