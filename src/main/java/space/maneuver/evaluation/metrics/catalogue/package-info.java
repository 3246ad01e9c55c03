/**
 * False alarms and found burns on histories without published burns, of which a catalogue mostly
 * consists.
 */
@NullMarked
package space.maneuver.evaluation.metrics.catalogue;

import org.jspecify.annotations.NullMarked;
