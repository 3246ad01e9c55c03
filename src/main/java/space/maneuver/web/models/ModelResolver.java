package space.maneuver.web.models;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import space.maneuver.inference.ModelSession;
import space.maneuver.inference.SessionFactory;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.model.registry.UnknownModelException;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;

/**
 * Finds the model that a request names. The model is looked up before the body is read, and leased
 * after it, so that a slow upload keeps no model in memory.
 */
@Component
public final class ModelResolver {

  private final ModelRegistry models;
  private final SessionFactory sessions;

  ModelResolver(ModelRegistry models, SessionFactory sessions) {
    this.models = models;
    this.sessions = sessions;
  }

  /**
   * Returns the model named in a query or a path.
   *
   * @param name {@code NAME} or {@code NAME:VERSION}; null or blank for the default
   * @param place where the caller named it
   */
  public ManeuverModel of(@Nullable String name, String place) {
    try {
      String named = named(name);
      return named == null ? models.defaultModel() : models.get(named);
    } catch (UnknownModelException e) {
      throw unknown(e, name, place);
    }
  }

  /**
   * Opens a session for a request whose body, such as element sets, does not depend on the model.
   *
   * @param name as in {@link #of}
   * @return to be closed by the caller
   */
  public ModelSession open(@Nullable String name, String place) {
    try {
      return sessions.open(named(name));
    } catch (UnknownModelException e) {
      throw unknown(e, name, place);
    }
  }

  /**
   * Opens a session with the model for which the windows of a request were read. If another version
   * has replaced it since, that version answers, provided that it takes the same windows.
   *
   * @param name as in {@link #of}
   * @param read model for which the request was read
   * @return to be closed by the caller
   */
  public ModelSession open(@Nullable String name, ModelBundle read, String place) {
    ModelSession session = open(name, place);
    ModelBundle now = session.bundle();
    if (now == read || takesSameWindows(now, read)) {
      return session;
    }
    session.close();
    String reason =
        "was replaced, while the request was being read, by "
            + now.id()
            + ", which takes other windows";
    throw new ProblemException(
        Problem.UNKNOWN_MODEL,
        read.id() + " " + reason + ".",
        new Fault(null, "model", read.id(), place, reason));
  }

  private static boolean takesSameWindows(ModelBundle one, ModelBundle other) {
    return one.windowDays().equals(other.windowDays())
        && one.features().schema().hash().equals(other.features().schema().hash());
  }

  private static @Nullable String named(@Nullable String name) {
    return name == null || name.isBlank() ? null : name;
  }

  private static ProblemException unknown(
      UnknownModelException e, @Nullable String name, String place) {
    String message = String.valueOf(e.getMessage());
    return new ProblemException(
        Problem.UNKNOWN_MODEL, message, new Fault(null, "model", name, place, message));
  }
}
