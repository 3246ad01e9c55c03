package space.maneuver.web.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import space.maneuver.web.config.InferenceProperties;
import space.maneuver.web.problem.Fault;
import space.maneuver.web.problem.Problem;
import space.maneuver.web.problem.ProblemException;
import space.maneuver.web.security.Caller;
import space.maneuver.web.security.Role;

class RequestLimitsReaderTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();
  private final RequestLimitsReader terms =
      new RequestLimitsReader(
          new InferenceProperties(
              Duration.ofSeconds(30),
              Duration.ofMinutes(2),
              1,
              1,
              Duration.ofSeconds(1),
              0,
              1,
              Duration.ZERO));

  @Test
  void requestWithoutTimeoutGetsTheConfiguredOne() {
    assertThat(terms.of(request).timeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"1,1", "120000,120000", " 250 ,250"})
  void timeoutIsThatOfTheRequest(String header, long millis) {
    request.addHeader(RequestLimitsReader.HEADER, header);

    assertThat(terms.of(request).timeout()).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "120001", "99999999999999999999", "1.5", "1e3", "30s", "soon", ""})
  void invalidTimeoutIsRefused(String header) {
    request.addHeader(RequestLimitsReader.HEADER, header);
    String reason = "must be a whole number of milliseconds from 1 to 120000";

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> terms.of(request))
        .satisfies(
            refused -> {
              assertThat(refused.problem()).isEqualTo(Problem.INVALID_PARAMETER);
              assertThat(refused.faults())
                  .containsExactly(Fault.ofHeader(RequestLimitsReader.HEADER, header, reason));
            });
  }

  @Test
  void callerIsTheHolderOfTheKeyOrToken() {
    assertThat(terms.of(request).caller()).isNull();

    request.setAttribute(Caller.class.getName(), new Caller("key alice", Role.READ));

    assertThat(terms.of(request).caller()).isEqualTo("key alice");
  }
}
