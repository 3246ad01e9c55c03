/**
 * The registry of the models in service: bundled models and those of the model directory, with hot
 * reload.
 */
@NullMarked
package space.maneuver.model.registry;

import org.jspecify.annotations.NullMarked;
