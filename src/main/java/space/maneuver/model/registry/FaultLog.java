package space.maneuver.model.registry;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of each fault when it comes up, not with every look at it. */
final class FaultLog {

  private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);

  private final ModelListener listener;
  private Set<BundleFault> known = Set.of();

  FaultLog(ModelListener listener) {
    this.listener = listener;
  }

  /** All that there are now, as a copy. */
  List<BundleFault> update(List<BundleFault> found) {
    for (BundleFault each : found) {
      if (!known.contains(each)) {
        LOG.warn("{}", each.reason());
        listener.rejected(each);
      }
    }
    known = Set.copyOf(found);
    return List.copyOf(found);
  }
}
