package space.maneuver.web.security;

import java.util.Locale;

/** What a caller may do. Each role may do what the ones before it may. */
public enum Role {
  /** Ask questions, and read what is kept. */
  READ,
  /** Change what is kept: element sets, reviews, watch lists, own subscriptions. */
  WRITE,
  /** Delete objects, resume sources, and change the subscriptions of others. */
  ADMIN;

  /** Returns the name in settings, tokens and documents. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
