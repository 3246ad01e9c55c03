package space.maneuver.model.registry;

import java.util.List;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.torch.ManeuverModel;

/** Callbacks on changes of the models in service. */
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

  /** A model has entered service, possibly replacing one of the same name and version. */
  void loaded(ModelBundle model);

  /** A name and version is no longer in service. */
  void removed(ModelBundle model);

  /** A bundle is not served; reported once per reason. */
  void rejected(BundleFault fault);

  /** These are the models in service from now on. */
  void serving(List<ManeuverModel> models);
}
