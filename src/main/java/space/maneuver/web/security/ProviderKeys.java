package space.maneuver.web.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetBasedJWKSource;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of the OpenID provider. They are fetched when a token needs them, kept for five
 * minutes, and kept on while the provider cannot be reached. Tokens with unknown keys make the
 * service ask the provider at most twice in ten seconds.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {

  private static final Logger log = LoggerFactory.getLogger(ProviderKeys.class);

  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int LARGEST_BYTES = 1 << 20;
  private static final long KEPT_MILLIS = 5 * 60_000;
  private static final long KEPT_IN_OUTAGE_MILLIS = 4 * 3_600_000;
  private static final long INTERVAL_MILLIS = 10_000;
  private static final long WAIT_MILLIS = 1_000;

  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final JWKSetSource<SecurityContext> source;

  private ProviderKeys(URL address, ResourceRetriever retriever) {
    JWKSource<SecurityContext> built =
        JWKSourceBuilder.create(address, retriever)
            .retrying(false)
            .outageTolerant(KEPT_IN_OUTAGE_MILLIS)
            .rateLimited(INTERVAL_MILLIS)
            .cache(KEPT_MILLIS, WAIT_MILLIS)
            .refreshAheadCache(false)
            .build();
    source = ((JWKSetBasedJWKSource<SecurityContext>) built).getJWKSetSource();
  }

  /** Returns the keys at an address. */
  static ProviderKeys at(URI address) throws IOException {
    return new ProviderKeys(address.toURL(), new Fetch(null));
  }

  /** Returns the keys at the address that a provider publishes. */
  static ProviderKeys of(String issuer) throws IOException {
    String address = issuer.replaceFirst("/+$", "") + DISCOVERY;
    return new ProviderKeys(URI.create(address).toURL(), new Fetch(issuer));
  }

  @Override
  public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    long now = System.currentTimeMillis();
    JWKSet known = source.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), now, context);
    List<JWK> selected = selector.select(known);
    if (!selected.isEmpty()) {
      return selected;
    }
    try {
      return selector.select(
          source.getJWKSet(JWKSetCacheRefreshEvaluator.referenceComparison(known), now, context));
    } catch (RateLimitReachedException e) {
      // The known keys are new enough to call this one unknown.
      return List.of();
    }
  }

  /** Fetches the keys, which is logged if it fails. */
  private static final class Fetch implements ResourceRetriever {

    private final ResourceRetriever web =
        new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_BYTES);
    private final @Nullable String issuer;

    /**
     * @param issuer the provider whose metadata are at the address; null: the keys are there
     */
    Fetch(@Nullable String issuer) {
      this.issuer = issuer;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
      try {
        Resource found = web.retrieveResource(address);
        return issuer == null ? found : web.retrieveResource(keys(found, issuer));
      } catch (IOException e) {
        log.warn(
            "the keys of the OpenID provider cannot be fetched from {}: {}", address, e.toString());
        throw e;
      }
    }

    private static URL keys(Resource metadata, String issuer) throws IOException {
      try {
        Map<String, Object> fields = JSONObjectUtils.parse(metadata.getContent());
        String named = JSONObjectUtils.getString(fields, "issuer");
        if (!issuer.equals(named)) {
          throw new IOException("the provider names itself " + named + ", not " + issuer);
        }
        return URI.create(JSONObjectUtils.getString(fields, "jwks_uri")).toURL();
      } catch (ParseException | IllegalArgumentException | NullPointerException e) {
        throw new IOException("the provider's metadata do not name jwks_uri", e);
      }
    }
  }
}
