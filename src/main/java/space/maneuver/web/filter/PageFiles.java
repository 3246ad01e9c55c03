package space.maneuver.web.filter;

/**
 * The files that make up the page. They hold no data, so they need no key: the page asks for it.
 */
final class PageFiles {

  private PageFiles() {}

  static boolean has(String path) {
    return path.equals("/")
        || path.equals("/index.html")
        || path.startsWith("/page/")
        || path.startsWith("/webjars/uplot/");
  }
}
