package space.maneuver.web.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An OpenID provider with one key, as far as the service knows providers. */
final class FakeProvider implements AutoCloseable {

  static final String AUDIENCE = "maneuver";

  private static final int BITS = 2048;

  private final RSAKey key = key("current");
  private final RSAKey other = key("other");
  private final HttpServer server;
  private final String issuer;
  private final AtomicInteger fetched = new AtomicInteger();
  private volatile boolean available = true;

  FakeProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    issuer = "http://localhost:" + server.getAddress().getPort() + "/realm";
    server.createContext(
        "/realm/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange, "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + issuer + "/keys\"}"));
    server.createContext(
        "/realm/keys",
        exchange -> {
          fetched.incrementAndGet();
          answer(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
    server.start();
  }

  private void answer(HttpExchange exchange, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(available ? 200 : 503, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(BITS).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return issuer;
  }

  /** Returns how often the keys were fetched. */
  int fetched() {
    return fetched.get();
  }

  void setAvailable(boolean available) {
    this.available = available;
  }

  /** Returns claims that the service accepts. */
  JWTClaimsSet.Builder claims(String... roles) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject("248289761001")
        .audience(List.of("other", AUDIENCE))
        .expirationTime(in(Duration.ofMinutes(5)))
        .claim("roles", List.of(roles));
  }

  static Date in(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  String token(JWTClaimsSet.Builder claims) {
    return signed(claims, key, "current", "JWT");
  }

  String token(JWTClaimsSet.Builder claims, String type) {
    return signed(claims, key, "current", type);
  }

  /** Returns a token whose signature is by another key than the one it names. */
  String forged(JWTClaimsSet.Builder claims) {
    return signed(claims, other, "current", "JWT");
  }

  /** Returns a token by a key that the provider does not publish. */
  String ofUnknownKey(JWTClaimsSet.Builder claims, String id) {
    return signed(claims, other, id, "JWT");
  }

  private static String signed(JWTClaimsSet.Builder claims, RSAKey key, String id, String type) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.RS256)
                  .keyID(id)
                  .type(new JOSEObjectType(type))
                  .build(),
              claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a token without signature, whose algorithm is none. */
  String unsigned(JWTClaimsSet.Builder claims) {
    return new PlainJWT(claims.build()).serialize();
  }

  /** Returns a token whose HMAC has the public key as its secret, which everyone knows. */
  String byPublicKey(JWTClaimsSet.Builder claims) {
    try {
      SignedJWT token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("current").build(), claims.build());
      token.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
