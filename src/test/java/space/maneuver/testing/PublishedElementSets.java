package space.maneuver.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import space.maneuver.orbit.ElementSet;

/** Vanguard and the space station as publishers write them, the station in every format. */
public final class PublishedElementSets {

  /** Of the verification set of Vallado et al., "Revisiting Spacetrack Report #3", 2006. */
  public static final String VANGUARD =
      """
      1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
      2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667
      """;

  /** Of the article "Two-line element set" of Wikipedia. */
  public static final String STATION =
      """
      1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
      2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
      """;

  public static final String LINE_1 = STATION.lines().toList().get(0);
  public static final String LINE_2 = STATION.lines().toList().get(1);

  /** What {@link #STATION} means. */
  public static final ElementSet STATION_ELEMENTS = read(STATION);

  public static final String STATION_NAME = "ISS (ZARYA)";

  public static final String STATION_JSON =
      """
      [{"OBJECT_NAME":"ISS (ZARYA)","OBJECT_ID":"1998-067A","EPOCH":"2008-09-20T12:25:40.104192",
       "MEAN_MOTION":15.72125391,"ECCENTRICITY":0.0006703,"INCLINATION":51.6416,
       "RA_OF_ASC_NODE":247.4627,"ARG_OF_PERICENTER":130.536,"MEAN_ANOMALY":325.0288,
       "EPHEMERIS_TYPE":0,"CLASSIFICATION_TYPE":"U","NORAD_CAT_ID":25544,"ELEMENT_SET_NO":292,
       "REV_AT_EPOCH":56353,"BSTAR":-1.1606e-5,"MEAN_MOTION_DOT":-2.182e-5,"MEAN_MOTION_DDOT":0}]
      """;

  public static final String STATION_JSON_OF_STRINGS =
      """
      [{"OBJECT_NAME":"ISS (ZARYA)","OBJECT_ID":"1998-067A","EPOCH":"2008-09-20 12:25:40.104192",
       "MEAN_MOTION":"15.72125391","ECCENTRICITY":"0.00067030","INCLINATION":"51.6416",
       "RA_OF_ASC_NODE":"247.4627","ARG_OF_PERICENTER":"130.5360","MEAN_ANOMALY":"325.0288",
       "EPHEMERIS_TYPE":"0","CLASSIFICATION_TYPE":"U","NORAD_CAT_ID":"25544",
       "ELEMENT_SET_NO":"292","REV_AT_EPOCH":"56353","BSTAR":"-0.00001160600000",
       "MEAN_MOTION_DOT":"-0.00002182","MEAN_MOTION_DDOT":"0.0000000000000"}]
      """;

  public static final String STATION_CSV =
      """
      OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,\
      ARG_OF_PERICENTER,MEAN_ANOMALY,EPHEMERIS_TYPE,CLASSIFICATION_TYPE,NORAD_CAT_ID,\
      ELEMENT_SET_NO,REV_AT_EPOCH,BSTAR,MEAN_MOTION_DOT,MEAN_MOTION_DDOT
      ISS (ZARYA),1998-067A,2008-09-20T12:25:40.104192,15.72125391,.0006703,51.6416,247.4627,\
      130.5360,325.0288,0,U,25544,292,56353,-.11606E-4,-.2182E-4,0
      """;

  public static final String STATION_CSV_OF_QUOTED_CELLS =
      """
      "CCSDS_OMM_VERS","COMMENT","OBJECT_NAME","OBJECT_ID","CENTER_NAME","REF_FRAME",\
      "TIME_SYSTEM","MEAN_ELEMENT_THEORY","EPOCH","MEAN_MOTION","ECCENTRICITY","INCLINATION",\
      "RA_OF_ASC_NODE","ARG_OF_PERICENTER","MEAN_ANOMALY","EPHEMERIS_TYPE","NORAD_CAT_ID",\
      "ELEMENT_SET_NO","REV_AT_EPOCH","BSTAR","MEAN_MOTION_DOT","MEAN_MOTION_DDOT","DECAY_DATE"
      "2.0","GENERATED VIA SPACE-TRACK.ORG API, 2008","ISS (ZARYA)","1998-067A","EARTH","TEME",\
      "UTC","SGP4","2008-09-20T12:25:40.104192","15.72125391","0.00067030","51.6416",\
      "247.4627","130.5360","325.0288","0","25544",\
      "292","56353","-0.00001160600000","-0.00002182","0.0000000000000",""
      """;

  public static final String STATION_XML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ndm xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
           xsi:noNamespaceSchemaLocation="https://sanaregistry.org/r/ndmxml/ndmxml-1.0-master.xsd">
        <omm id="CCSDS_OMM_VERS" version="2.0">
          <header><CREATION_DATE/><ORIGINATOR/></header>
          <body><segment>
            <metadata>
              <OBJECT_NAME>ISS (ZARYA)</OBJECT_NAME><OBJECT_ID>1998-067A</OBJECT_ID>
              <CENTER_NAME>EARTH</CENTER_NAME><REF_FRAME>TEME</REF_FRAME>
              <TIME_SYSTEM>UTC</TIME_SYSTEM><MEAN_ELEMENT_THEORY>SGP4</MEAN_ELEMENT_THEORY>
            </metadata>
            <data>
              <meanElements>
                <EPOCH>2008-09-20T12:25:40.104192</EPOCH>
                <MEAN_MOTION units="rev/day">15.72125391</MEAN_MOTION>
                <ECCENTRICITY>.0006703</ECCENTRICITY>
                <INCLINATION units="deg">51.6416</INCLINATION>
                <RA_OF_ASC_NODE units="deg">247.4627</RA_OF_ASC_NODE>
                <ARG_OF_PERICENTER units="deg">130.5360</ARG_OF_PERICENTER>
                <MEAN_ANOMALY units="deg">325.0288</MEAN_ANOMALY>
              </meanElements>
              <tleParameters>
                <EPHEMERIS_TYPE>0</EPHEMERIS_TYPE>
                <CLASSIFICATION_TYPE>U</CLASSIFICATION_TYPE>
                <NORAD_CAT_ID>25544</NORAD_CAT_ID>
                <ELEMENT_SET_NO>292</ELEMENT_SET_NO>
                <REV_AT_EPOCH>56353</REV_AT_EPOCH>
                <BSTAR units="1/ER">-.11606E-4</BSTAR>
                <MEAN_MOTION_DOT units="rev/day**2">-.2182E-4</MEAN_MOTION_DOT>
                <MEAN_MOTION_DDOT units="rev/day**3">0</MEAN_MOTION_DDOT>
              </tleParameters>
              <userDefinedParameters>
                <USER_DEFINED parameter="PERIOD">91.6</USER_DEFINED>
                <USER_DEFINED parameter="DECAY_DATE"/>
              </userDefinedParameters>
            </data>
          </segment></body>
        </omm>
      </ndm>
      """;

  public static final String STATION_KVN =
      """
      CCSDS_OMM_VERS       = 2.0
      COMMENT  of the form of the example in the standard, = and all
      CREATION_DATE        = 2008-09-21T00:00:00
      ORIGINATOR           = NOAA/USA

      OBJECT_NAME          = ISS (ZARYA)
      OBJECT_ID            = 1998-067A
      CENTER_NAME          = EARTH
      REF_FRAME            = TEME
      TIME_SYSTEM          = UTC
      MEAN_ELEMENT_THEORY  = SGP/SGP4

      EPOCH                = 2008-264T12:25:40.104192
      MEAN_MOTION          = 15.72125391 [rev/day]
      ECCENTRICITY         = 0.0006703
      INCLINATION          = 51.6416 [deg]
      RA_OF_ASC_NODE       = 247.4627 [deg]
      ARG_OF_PERICENTER    = 130.5360 [deg]
      MEAN_ANOMALY         = 325.0288 [deg]
      GM                   = 398600.8 [km**3/s**2]

      EPHEMERIS_TYPE       = 0
      CLASSIFICATION_TYPE  = U
      NORAD_CAT_ID         = 25544
      ELEMENT_SET_NO       = 0292
      REV_AT_EPOCH         = 56353
      BSTAR                = -0.11606E-4 [1/[Earth radii]]
      MEAN_MOTION_DOT      = -0.00002182 [rev/day**2]
      MEAN_MOTION_DDOT     = 0.0 [rev/day**3]
      USER_DEFINED_PERIOD  = 91.6
      """;

  private static final int CHECKSUM = 68;

  private PublishedElementSets() {}

  private static ElementSet read(String text) {
    try {
      return Reading.of(text).only();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line with other characters from a column on, 1-based, and the checksum set right. */
  public static String with(String line, int column, String text) {
    String changed =
        line.substring(0, column - 1) + text + line.substring(column - 1 + text.length());
    String summed = changed.substring(0, CHECKSUM);
    return summed
        + summed.chars().map(c -> c == '-' ? 1 : Math.max(0, Character.digit(c, 10))).sum() % 10;
  }

  public static String pair(String line1, String line2) {
    return line1 + "\n" + line2 + "\n";
  }
}
