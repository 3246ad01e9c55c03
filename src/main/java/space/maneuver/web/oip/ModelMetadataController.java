package space.maneuver.web.oip;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.model.bundle.ModelBundle;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.web.Paths;
import space.maneuver.web.models.ModelResolver;

/** Metadata and readiness of models. */
@RestController
@RequestMapping(path = Paths.INFERENCE_MODEL, produces = MediaType.APPLICATION_JSON_VALUE)
class ModelMetadataController implements ModelMetadataApi {

  private final ModelRegistry registry;
  private final ModelResolver models;

  ModelMetadataController(ModelRegistry registry, ModelResolver models) {
    this.registry = registry;
    this.models = models;
  }

  @Override
  @GetMapping
  public ModelMetadata getModelMetadata(@PathVariable("name") String name) {
    return metadata(ModelPath.of(name));
  }

  @Override
  @GetMapping("/versions/{version}")
  public ModelMetadata getModelVersionMetadata(
      @PathVariable("name") String name, @PathVariable("version") String version) {
    return metadata(ModelPath.of(name, version));
  }

  @Override
  @GetMapping("/ready")
  public ModelReady getModelReady(@PathVariable("name") String name) {
    return new ModelReady(bundle(ModelPath.of(name)).name(), true);
  }

  @Override
  @GetMapping("/versions/{version}/ready")
  public ModelReady getModelVersionReady(
      @PathVariable("name") String name, @PathVariable("version") String version) {
    return new ModelReady(bundle(ModelPath.of(name, version)).name(), true);
  }

  private ModelMetadata metadata(String path) {
    ModelBundle bundle = bundle(path);
    List<String> versions =
        registry.list().stream()
            .filter(each -> each.bundle().name().equals(bundle.name()))
            .map(each -> each.bundle().version())
            .toList();
    return ModelMetadata.of(bundle.name(), versions, new ModelTensors(bundle));
  }

  private ModelBundle bundle(String path) {
    return models.of(path, "path").bundle();
  }
}
