package space.maneuver.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import space.maneuver.web.security.AccessRules;
import space.maneuver.web.security.Role;

/** States the role that each operation needs, in the extension {@code x-required-role}. */
@Component
class RequiredRoles implements GlobalOpenApiCustomizer {

  static final String EXTENSION = "x-required-role";

  private static final String NONE = "none";

  private final AccessRules rules;

  RequiredRoles(AccessRules rules) {
    this.rules = rules;
  }

  @Override
  public void customise(OpenAPI api) {
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) ->
                            operation.addExtension(
                                EXTENSION, role(HttpMethod.valueOf(method.name()), path))));
  }

  private String role(HttpMethod method, String path) {
    return rules.isOpen(path) ? NONE : AccessRules.roleOf(method, path).orElse(Role.ADMIN).text();
  }
}
