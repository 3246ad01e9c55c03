package space.maneuver.web.config;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import space.maneuver.features.SolarFlux;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.inference.SessionFactory;
import space.maneuver.model.registry.BundledModels;
import space.maneuver.model.registry.ModelRegistry;
import space.maneuver.model.registry.ModelSettings;
import space.maneuver.model.registry.ModelWatch;
import space.maneuver.web.metrics.InferenceMeters;
import space.maneuver.web.metrics.ModelMeters;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;

/** Wires the parts that do not depend on Spring. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  LimitsProperties.class,
  ModelsProperties.class,
  InferenceProperties.class
})
class ServiceConfiguration {

  @Bean
  ModelRegistry modelRegistry(
      ModelsProperties settings, ModelMeters meters, ObjectProvider<BundledModels> early) {
    BundledModels bundled = early.getIfAvailable(BundledModels::new);
    return new ModelRegistry(
        new ModelSettings(settings.directory(), settings.defaultName()), meters, bundled);
  }

  @Bean
  ModelWatch modelWatch(ModelRegistry registry, ModelsProperties settings) {
    return new ModelWatch(registry, settings.pollInterval());
  }

  @Bean
  InferenceThreads inferenceThreads(InferenceProperties settings, InferenceMeters meters) {
    InferenceThreads threads = new InferenceThreads(settings.settings(), meters);
    meters.watch(threads);
    return threads;
  }

  @Bean
  SessionFactory sessionFactory(ModelRegistry registry, InferenceThreads threads) {
    return new SessionFactory(registry, threads);
  }

  /** Solar flux for the models that were trained with it. */
  @Bean
  SolarFlux solarFlux(ModelRegistry registry, ModelsProperties settings) {
    Path file = settings.solarFlux();
    if (file == null) {
      return SolarFlux.NONE;
    }
    SolarFlux read = SolarFluxFile.read(file);
    if (registry.list().stream().noneMatch(model -> model.bundle().training().solarFlux())) {
      throw new SolarFluxFile.UnusableException(
          file + ": no model was trained with solar flux", null);
    }
    return read;
  }

  /** The fast writer produces the shortest text that parses to the same number. */
  @Bean
  JsonMapperBuilderCustomizer shortNumbers() {
    return builder ->
        builder
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER);
  }
}
