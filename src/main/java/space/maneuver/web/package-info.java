/**
 * The HTTP interface, one package per feature. It validates requests and writes responses; all
 * computation happens in other packages.
 */
@NullMarked
package space.maneuver.web;

import org.jspecify.annotations.NullMarked;
