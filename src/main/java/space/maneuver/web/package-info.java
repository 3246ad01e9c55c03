/**
 * The HTTP interface, a package for each feature. It validates and answers; nothing is computed
 * here.
 */
@NullMarked
package space.maneuver.web;

import org.jspecify.annotations.NullMarked;
