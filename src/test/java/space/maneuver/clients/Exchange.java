package space.maneuver.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import space.maneuver.client.ApiClient;

/**
 * A call of a generated method whose request or response does not fit the client's classes, made
 * through the client's own interceptors. The method itself then gets an empty response and returns
 * null.
 */
final class Exchange {

  private HttpResponse<InputStream> response;
  private byte[] answer = new byte[0];

  /** Applies to the client's calls from now on. */
  static Exchange of(ApiClient client, Consumer<HttpRequest.Builder> request) {
    Exchange exchange = new Exchange();
    client.setRequestInterceptor(request);
    client.setResponseInterceptor(exchange::take);
    return exchange;
  }

  byte[] answer() {
    return answer;
  }

  String header(String name) {
    return response.headers().firstValue(name).orElseThrow();
  }

  private void take(HttpResponse<InputStream> received) {
    response = received;
    try {
      answer = received.body().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
