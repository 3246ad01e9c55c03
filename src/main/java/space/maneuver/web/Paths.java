package space.maneuver.web;

/** The URL paths of the service, shared by controllers and filters. */
public final class Paths {

  private static final String API_ROOT = "/api";

  public static final String API = API_ROOT + "/v1";
  public static final String DETECTIONS = API + "/detections";
  public static final String ELEMENT_SETS = API + "/element-sets";
  public static final String CHANGES = API + "/changes";
  public static final String MANEUVERS = API + "/maneuvers";
  public static final String OBJECTS = API + "/objects";
  public static final String REVIEWS = API + "/reviews";
  public static final String WATCHLISTS = API + "/watchlists";
  public static final String FEATURES = API + "/features";
  public static final String MODELS = API + "/models";
  public static final String PREDICTIONS = API + "/predictions";

  /** Root of the Open Inference Protocol. */
  public static final String INFERENCE = "/v2";

  public static final String INFERENCE_MODEL = INFERENCE + "/models/{name}";
  public static final String INFERENCE_HEALTH = INFERENCE + "/health";

  private static final String DESCRIPTION_ROOT = "/v3";

  /** The OpenAPI document. */
  public static final String DESCRIPTION = DESCRIPTION_ROOT + "/api-docs";

  private Paths() {}

  /** Whether {@code path} is {@code root} or below it. */
  public static boolean isAt(String root, String path) {
    return path.equals(root) || isBelow(root, path);
  }

  /** Whether {@code path} is below {@code root}. */
  public static boolean isBelow(String root, String path) {
    return path.startsWith(root + '/');
  }

  /** Whether {@code path} returns data for programs rather than a page. */
  public static boolean isData(String path) {
    return isBelow(API_ROOT, path) || isAt(INFERENCE, path) || isBelow(DESCRIPTION_ROOT, path);
  }

  /** Whether {@code path} is a file of the page. */
  public static boolean isPage(String path) {
    return path.equals("/")
        || path.equals("/index.html")
        || isBelow("/page", path)
        || isBelow("/webjars/uplot", path);
  }

  /** Whether {@code path} is the OpenAPI document or a file of Swagger UI. */
  public static boolean isDescription(String path) {
    return path.equals("/swagger-ui.html")
        || isBelow("/swagger-ui", path)
        || isAt(DESCRIPTION, path)
        || path.equals(DESCRIPTION + ".yaml");
  }
}
