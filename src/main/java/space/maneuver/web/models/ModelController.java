package space.maneuver.web.models;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import space.maneuver.exchange.ModelReference;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.web.Paths;

/** Lists and describes the models. */
@RestController
@RequestMapping(path = Paths.MODELS, produces = MediaType.APPLICATION_JSON_VALUE)
class ModelController implements ModelApi {

  private final ModelRegistry registry;
  private final ModelResolver models;

  ModelController(ModelRegistry registry, ModelResolver models) {
    this.registry = registry;
    this.models = models;
  }

  @Override
  @GetMapping
  public ModelsResponse listModels() {
    return new ModelsResponse(
        ModelReference.of(registry.defaultModel()),
        registry.list().stream().map(ModelSummary::of).toList());
  }

  @Override
  @GetMapping("/{name}")
  public ModelResponse getModel(@PathVariable("name") String name) {
    return ModelResponse.of(models.of(name, "path"));
  }
}
