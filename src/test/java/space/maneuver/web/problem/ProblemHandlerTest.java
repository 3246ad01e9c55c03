package space.maneuver.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ProblemHandlerTest {

  private final ProblemHandler handler = new ProblemHandler(new ProblemWriter(new JsonMapper()));

  @Test
  void unexpectedExceptionIsLoggedOnceAndNotExposed(CapturedOutput output) throws Exception {
    MockHttpServletResponse response = handle(new IllegalStateException("a secret"));

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentType()).isEqualTo("application/problem+json");
    assertThat(response.getContentAsString())
        .contains("\"code\":\"internal-error\"")
        .doesNotContain("secret", "Exception");
    assertThat(output.getAll().split("a secret", -1)).hasSize(2);
  }

  @Test
  void bodyThatDoesNotArriveInTimeIsATimeout() throws Exception {
    IOException late = new IOException(new SocketTimeoutException());
    assertThat(handle(JacksonIOException.construct(late)).getStatus()).isEqualTo(408);
  }

  @Test
  void bodyThatBreaksOffIsAProblem() throws Exception {
    MockHttpServletResponse response = handle(new IOException("reset"));
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString()).contains("incomplete-body");
  }

  @Test
  void clientThatDisconnectsDuringTheResponseIsNoError(CapturedOutput output) throws Exception {
    MockHttpServletResponse begun = new MockHttpServletResponse();
    begun.setCommitted(true);
    handler.handle(
        new ClientAbortException(new IOException("Broken pipe")),
        new MockHttpServletRequest(),
        begun);

    assertThat(output.getAll()).doesNotContain("ERROR", "WARN");
  }

  @Test
  void failureDuringTheResponseIsLeftToTheContainer() {
    MockHttpServletResponse begun = new MockHttpServletResponse();
    begun.setCommitted(true);
    Exception failure = new IllegalStateException("a secret");

    assertThatException()
        .isThrownBy(() -> handler.handle(failure, new MockHttpServletRequest(), begun))
        .isSameAs(failure);
  }

  private MockHttpServletResponse handle(Exception exception) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    handler.handle(exception, new MockHttpServletRequest("POST", "/x"), response);
    return response;
  }
}
