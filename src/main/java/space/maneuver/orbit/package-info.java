/**
 * Element sets: what the public catalogues publish, read, checked and put in order. All quantities
 * carry their unit.
 *
 * <p>A reader holds one record at a time. Histories come of its records in one of two ways. {@link
 * space.maneuver.orbit.ElementSetStore} takes them in any order, holds them all in about 100 bytes
 * each, and refuses more than its limit: it is never wrong, so it is what is used unless someone
 * says otherwise. {@link space.maneuver.orbit.GroupedHistories} holds one object at a time, for
 * input of any length. A stream does not tell beforehand whether it is grouped by object, and
 * cannot be read twice; who asks for this knows, and an object that comes again is a fault, never
 * two histories.
 */
@NullMarked
package space.maneuver.orbit;

import org.jspecify.annotations.NullMarked;
