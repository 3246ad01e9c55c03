/**
 * The input of the networks: windows of 30 or 60 days of a history, and the daily channels.
 * Training and serving use the same implementation.
 */
@NullMarked
package space.maneuver.features;

import org.jspecify.annotations.NullMarked;
