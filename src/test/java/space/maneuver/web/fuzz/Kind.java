package space.maneuver.web.fuzz;

/** What is mutated. The name of a kind is part of its cases. */
enum Kind {
  TLE,
  NAMED_TLE,
  GP_JSON,
  GP_CSV,
  OMM_XML,
  OMM_KVN,
  WINDOWS,
  WINDOW_LINES,
  TENSORS,
  BINARY_TENSORS,
  GZIP,
  HEADERS,
  FRAMING,
  QUERY
}
