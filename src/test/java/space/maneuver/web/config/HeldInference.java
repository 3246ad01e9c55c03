package space.maneuver.web.config;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import space.maneuver.inference.HeldBatches;
import space.maneuver.inference.InferenceThreads;
import space.maneuver.web.metrics.InferenceMeters;

/** Configures a service whose inference threads a test can hold. */
@TestConfiguration(proxyBeanMethods = false)
public class HeldInference {

  @Bean
  HeldBatches heldBatches(InferenceMeters meters) {
    return new HeldBatches(meters);
  }

  @Bean
  @Primary
  InferenceThreads heldThreads(InferenceProperties settings, HeldBatches held) {
    return held.start(settings.settings());
  }
}
