package space.maneuver.web.config;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Matches the paths of the API before those of health and metrics, which are requested less often.
 */
@Component
final class ApiMappingOrder implements BeanPostProcessor {

  private static final int BEFORE_ACTUATOR = -200;

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof RequestMappingHandlerMapping mapping) {
      mapping.setOrder(BEFORE_ACTUATOR);
    }
    return bean;
  }
}
