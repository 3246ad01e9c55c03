package space.maneuver.web.exports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import space.maneuver.exchange.ManeuverUdl.DataMode;

/**
 * What exported maneuvers say of their origin.
 *
 * @param source name of the source: originator of an OCM, source of a UDL record
 * @param marking classification marking of a UDL record
 * @param mode what the data are, in a UDL record
 */
@ConfigurationProperties("maneuver.export")
record ExportProperties(
    @DefaultValue("maneuver-detection") String source,
    @DefaultValue("U") String marking,
    @DefaultValue("REAL") DataMode mode) {}
