package space.maneuver.bench.load;

/**
 * A request that is sent again and again.
 *
 * @param bytes head and body as they go over the wire; not copied
 * @param work how many windows or element sets it asks about
 * @param check of the reply's body
 */
public record LoadRequest(byte[] bytes, int work, Check check) {

  /** Whether a reply is the right one. */
  public interface Check {

    Check NONE = body -> true;

    boolean right(byte[] body);
  }
}
