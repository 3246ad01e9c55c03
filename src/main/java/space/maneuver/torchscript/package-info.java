/** Networks as TorchScript archives, written without Python from readable source files. */
@NullMarked
package space.maneuver.torchscript;

import org.jspecify.annotations.NullMarked;
