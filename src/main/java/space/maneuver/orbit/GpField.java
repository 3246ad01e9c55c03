package space.maneuver.orbit;

/**
 * The fields of a general perturbations record that are read, by the keywords of CCSDS 502.0-B-3
 * "Orbit Data Messages" as CelesTrak and Space-Track use them.
 */
enum GpField {
  OBJECT_NAME,
  OBJECT_ID,
  OBJECT_TYPE,
  NORAD_CAT_ID,
  EPOCH,
  MEAN_MOTION,
  ECCENTRICITY,
  INCLINATION,
  RA_OF_ASC_NODE,
  ARG_OF_PERICENTER,
  MEAN_ANOMALY,
  BSTAR,
  MEAN_MOTION_DOT,
  MEAN_MOTION_DDOT,
  EPHEMERIS_TYPE,
  ELEMENT_SET_NO,
  REV_AT_EPOCH,
  CENTER_NAME,
  REF_FRAME,
  TIME_SYSTEM,
  MEAN_ELEMENT_THEORY
}
