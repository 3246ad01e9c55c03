package space.maneuver.web.filter;

/**
 * The files that make up the page and the API's description. They hold no data, so they need no
 * key: page and Swagger UI ask for it.
 */
final class PageFiles {

  private PageFiles() {}

  /** Whether it is a file of the page itself. */
  static boolean has(String path) {
    return path.equals("/")
        || path.equals("/index.html")
        || path.startsWith("/page/")
        || path.startsWith("/webjars/uplot/");
  }

  /** Whether it is the API's description or a file of Swagger UI, which shows it. */
  static boolean describe(String path) {
    return path.equals("/swagger-ui.html")
        || path.startsWith("/swagger-ui/")
        || path.equals("/v3/api-docs")
        || path.equals("/v3/api-docs.yaml")
        || path.startsWith("/v3/api-docs/");
  }
}
