package space.maneuver.bench.load;

/**
 * A request to send repeatedly.
 *
 * @param bytes head and body on the wire; not copied
 * @param work number of windows or element sets in it
 * @param check check of the reply's body
 */
public record LoadRequest(byte[] bytes, int work, Check check) {

  /** Checks whether a reply is correct. */
  public interface Check {

    Check NONE = body -> true;

    boolean right(byte[] body);
  }
}
