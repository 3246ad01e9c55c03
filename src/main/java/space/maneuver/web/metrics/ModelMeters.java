package space.maneuver.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import org.springframework.stereotype.Component;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.BundleFault;
import space.maneuver.model.registry.ModelListener;
import space.maneuver.model.torch.ManeuverModel;
import space.maneuver.model.torch.TorchEngine;

/** Metrics of loading, replacing and removing models. */
@Component
public final class ModelMeters implements ModelListener {

  private final Counter loaded;
  private final Counter removed;
  private final Counter rejected;
  private final MultiGauge served;

  ModelMeters(MeterRegistry registry) {
    loaded = reloads("loaded", registry);
    removed = reloads("removed", registry);
    rejected = reloads("rejected", registry);
    served =
        MultiGauge.builder("maneuver.model.info")
            .description("1 for each model in service, with the device that runs it")
            .register(registry);
    Gauge.builder("maneuver.networks", ManeuverModel::live)
        .description("Networks in native memory, including those being replaced")
        .baseUnit("networks")
        .register(registry);
  }

  private static Counter reloads(String outcome, MeterRegistry registry) {
    return Counter.builder("maneuver.model.reloads")
        .description("Bundles loaded, removed and rejected, including those on startup")
        .tag("outcome", outcome)
        .register(registry);
  }

  @Override
  public void loaded(ModelBundle model) {
    loaded.increment();
  }

  @Override
  public void removed(ModelBundle model) {
    removed.increment();
  }

  @Override
  public void rejected(BundleFault fault) {
    rejected.increment();
  }

  @Override
  public void serving(List<ManeuverModel> models) {
    served.register(models.stream().map(ModelMeters::row).toList(), true);
  }

  private static MultiGauge.Row<?> row(ManeuverModel model) {
    Tags tags =
        Tags.of(
            "model",
            model.bundle().name(),
            "version",
            model.bundle().version(),
            "device",
            TorchEngine.deviceType());
    return MultiGauge.Row.of(tags, 1);
  }
}
