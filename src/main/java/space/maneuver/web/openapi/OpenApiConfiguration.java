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
import space.maneuver.web.security.SecurityProperties;

/** The parts of the OpenAPI document that concern the whole API. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String DESCRIPTION =
      """
      Detects satellite maneuvers in public orbit data: whether, when and how a satellite maneuvered.

      **Errors.** An error of the whole request is an RFC 9457 problem with a stable `code` and a \
      list of `errors`. An error of one window, element set or object is reported in its place and \
      does not affect the others. Every response has the header `X-Request-Id`, which repeats the \
      caller's if it sent one.

      **Limits**, unless configured otherwise: a request body of 64 MiB, both as sent and after \
      decompression; 4,096 windows or 1,000,000 element sets in a request; 1,024 steps in a window. \
      NDJSON may have any number of lines of up to 1 MiB each. Request bodies may be sent with \
      `Content-Encoding: gzip`.

      **Deadlines and load.** The header `X-Request-Timeout-Ms` sets the deadline of a request; for \
      /detections it applies to each object, for NDJSON to each batch of lines. After the deadline \
      the remaining work is dropped and the response is 504. A request that cannot be queued is \
      refused at once with 503 or 429 and `Retry-After`.

      **Access.** If the service has API keys or an OpenID provider, a request needs a key or a token \
      with the role in `x-required-role`: `read`, `write`, which includes `read`, or `admin`, which \
      includes both; `none` needs neither.

      **Open Inference Protocol.** Under /v2, the same models answer requests of this protocol, with \
      errors in its form.""";

  private static final String API_KEY = "apiKey";
  private static final String TOKEN = "token";

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
                        .name(SecurityProperties.API_KEY_HEADER)
                        .description("Accepted if the service has API keys."))
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                            "Accepted if the service has an OpenID provider: an access token of"
                                + " that provider for this service.")))
        .security(
            List.of(
                new SecurityRequirement(),
                new SecurityRequirement().addList(API_KEY),
                new SecurityRequirement().addList(TOKEN)));
  }
}
