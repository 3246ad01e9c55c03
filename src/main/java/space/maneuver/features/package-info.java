/**
 * What a network sees of a history: its windows of 30 or 60 days and the daily channels. Training
 * and serving use the same implementation.
 */
@NullMarked
package space.maneuver.features;

import org.jspecify.annotations.NullMarked;
