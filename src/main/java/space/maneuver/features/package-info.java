/**
 * What a network sees of a history: channels, their normaliser and the windows. One implementation
 * for training and serving.
 */
@NullMarked
package space.maneuver.features;

import org.jspecify.annotations.NullMarked;
