package space.maneuver.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for the whole API. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String DESCRIPTION =
      """
      Tells from public orbit data whether, when and how a satellite maneuvered.

      Bodies may be sent with `Content-Encoding: gzip`; the limit holds for both sizes. Answers are \
      compressed for who accepts it. What is wrong with a whole request is answered by an RFC 9457 \
      problem with a stable `code` and a list of `errors`; what is wrong with one window or one \
      element set is answered in its place and touches no other. Each answer bears `X-Request-Id`, \
      the caller's if it sent one.

      Limits, unless the service is set otherwise: 64 MiB of body, 4,096 windows and 1,000,000 element sets \
      a request, 1,024 steps a window. NDJSON may have any number of lines, of 1 MiB each.

      A request may say in `X-Request-Timeout-Ms` how long it waits, in /detections and NDJSON for each \
      object or batch of lines. Work past that time is not done, \
      and answered by 504. Where there is no room, the answer is 503 or 429 at once, with \
      `Retry-After`.

      Under /v2 the same models answer to the Open Inference Protocol, with errors in its form.""";

  private static final String API_KEY = "apiKey";

  @Bean
  OpenAPI openApi(ObjectProvider<BuildProperties> build) {
    BuildProperties known = build.getIfAvailable();
    return new OpenAPI()
        .info(
            new Info()
                .title("Maneuver detection")
                .version(known == null ? "development" : known.getVersion())
                .description(DESCRIPTION)
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/").description("This service")))
        .components(
            new Components()
                .addSecuritySchemes(
                    API_KEY,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description("Only where the service is set to want one.")))
        .security(List.of(new SecurityRequirement(), new SecurityRequirement().addList(API_KEY)));
  }
}
