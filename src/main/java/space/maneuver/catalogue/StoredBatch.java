package space.maneuver.catalogue;

import java.util.Set;

/**
 * What became of the element sets of a batch.
 *
 * @param accepted number of element sets that were new
 * @param duplicates number of those that were known
 * @param objects catalogue numbers of all objects of the batch
 */
public record StoredBatch(int accepted, int duplicates, Set<Integer> objects) {}
