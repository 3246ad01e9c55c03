package space.maneuver.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import space.maneuver.web.problem.ProblemWriter;

/** Spring Security's filters for requests that need a key or a token. */
final class AccessChain {

  private AccessChain() {}

  /**
   * Returns the filters, which let requests through that need neither key nor token.
   *
   * @throws AccessSettingException if a setting cannot be used
   */
  static Filter of(SecurityProperties settings, AccessRules rules, ProblemWriter writer) {
    ApiKeys keys = ApiKeys.of(settings);
    boolean tokens = settings.oidc().isOn();
    List<AuthenticationProvider> providers = new ArrayList<>();
    if (!keys.isEmpty()) {
      providers.add(keys);
    }
    if (tokens) {
      providers.add(Tokens.of(settings.oidc()));
    }
    AccessProblems problems = new AccessProblems(!keys.isEmpty(), tokens, writer);
    AuthenticationFilter authentication =
        new AuthenticationFilter(
            new ProviderManager(providers), new Credentials(!keys.isEmpty(), tokens));
    authentication.setSuccessHandler(AccessChain::remember);
    authentication.setFailureHandler(problems);
    ExceptionTranslationFilter refusals =
        new ExceptionTranslationFilter(problems, new NullRequestCache());
    refusals.setAccessDeniedHandler(problems);
    FilterChainProxy proxy =
        new FilterChainProxy(
            new DefaultSecurityFilterChain(
                request -> !rules.isOpen(request),
                authentication,
                refusals,
                new AuthorizationFilter(byRole())));
    proxy.setFirewall(new AsReceived());
    return proxy;
  }

  private static void remember(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    ((CallerAuthentication) authentication).getPrincipal().call(request);
  }

  private static AuthorizationManager<HttpServletRequest> byRole() {
    Map<Role, AuthorityAuthorizationManager<HttpServletRequest>> managers =
        new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      AuthorityAuthorizationManager<HttpServletRequest> manager =
          AuthorityAuthorizationManager.hasRole(role.name());
      manager.setRoleHierarchy(CallerAuthentication.HIERARCHY);
      managers.put(role, manager);
    }
    return (caller, request) ->
        Objects.requireNonNull(managers.get(AccessRules.of(request).role()))
            .authorize(caller, request);
  }

  /** Takes the API key or, if there is none, the token from the headers of a request. */
  private record Credentials(boolean keys, boolean tokens) implements AuthenticationConverter {

    private static final BearerTokenResolver BEARER = new DefaultBearerTokenResolver();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
      String key = keys ? request.getHeader(SecurityProperties.API_KEY_HEADER) : null;
      if (key != null) {
        return new ApiKeys.Unverified(key);
      }
      String token = tokens ? BEARER.resolve(request) : null;
      return token == null ? null : new BearerTokenAuthenticationToken(token);
    }
  }

  /**
   * Leaves requests as they are. Spring's {@code StrictHttpFirewall} refuses paths that filters and
   * controllers could read in two ways; here, {@link AccessRules} has no rule for them, so that
   * they are answered as other unknown paths.
   */
  private static final class AsReceived implements HttpFirewall {

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
      return new FirewalledRequest(request) {
        @Override
        public void reset() {
          // Nothing was changed.
        }
      };
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
      return response;
    }
  }
}
