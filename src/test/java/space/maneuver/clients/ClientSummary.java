package space.maneuver.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The output of a client's program: an excerpt of each response.
 *
 * @param defaultModel its name
 * @param models names
 * @param units of the default model's channels
 * @param maneuvers of the first object
 * @param windowDays length of each feature window, days
 * @param probabilities of the same windows
 * @param catalogue what the catalogue has of the same element sets
 * @param problem of a request for a model that does not exist
 * @param inference results of the Open Inference Protocol
 */
record ClientSummary(
    String defaultModel,
    List<String> models,
    List<String> units,
    List<Maneuver> maneuvers,
    List<Integer> windowDays,
    List<Double> probabilities,
    Catalogue catalogue,
    Problem problem,
    Inference inference) {

  /**
   * A maneuver.
   *
   * @param epochSecond whole seconds since 1970
   * @param type as in the document
   * @param deltaV total, m/s; null if unknown
   */
  record Maneuver(long epochSecond, String type, @Nullable Double deltaV) {}

  /**
   * An object whose element sets are stored, listed and removed.
   *
   * @param stored number of element sets that were stored
   * @param numbers of the objects listed
   * @param elementSets number of element sets of the object
   * @param epochs number of element sets listed
   * @param series number of element sets in its series
   * @param maneuvers number of maneuvers listed
   * @param revisions number of revisions of the first of them
   * @param changes types of the changes of its maneuvers
   * @param verdicts on the first maneuver and a stretch, which were then taken back
   * @param watched objects on a watch list of the object alone
   */
  record Catalogue(
      int stored,
      List<Integer> numbers,
      int elementSets,
      int epochs,
      int series,
      int maneuvers,
      int revisions,
      List<String> changes,
      List<String> verdicts,
      List<Integer> watched) {}

  /**
   * A problem.
   *
   * @param status HTTP status
   * @param code stable name
   * @param field of its first fault
   */
  record Problem(int status, String code, String field) {}

  /**
   * The service and its daily model, as seen by the Open Inference Protocol.
   *
   * @param server its name
   * @param healthy whether service and model are alive and ready
   * @param versions of the model
   * @param inputs names of its tensors
   * @param probabilities of the daily windows, by the model, then by its first version
   * @param error of a request for a model that does not exist
   */
  record Inference(
      String server,
      boolean healthy,
      List<String> versions,
      List<String> inputs,
      List<Double> probabilities,
      String error) {}
}
