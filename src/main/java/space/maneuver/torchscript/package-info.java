/** Writes TorchScript archives without Python, and holds the readable source of each network. */
@NullMarked
package space.maneuver.torchscript;

import org.jspecify.annotations.NullMarked;
