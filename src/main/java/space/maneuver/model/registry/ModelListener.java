package space.maneuver.model.registry;

import java.util.List;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;

/** Is told when other models are served than before. */
public interface ModelListener {

  ModelListener NONE =
      new ModelListener() {
        @Override
        public void loaded(ModelBundle model) {}

        @Override
        public void removed(ModelBundle model) {}

        @Override
        public void rejected(BundleFault fault) {}

        @Override
        public void serving(List<ManeuverModel> models) {}
      };

  /** A model has been started, or takes the place of another of its name and version. */
  void loaded(ModelBundle model);

  /** A name and version is no longer served. */
  void removed(ModelBundle model);

  /** A bundle is not served; once for as long as the reason is the same. */
  void rejected(BundleFault fault);

  /** These are served from now on. */
  void serving(List<ManeuverModel> models);
}
