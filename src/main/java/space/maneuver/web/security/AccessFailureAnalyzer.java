package space.maneuver.web.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports in one sentence which setting of access control cannot be used. */
final class AccessFailureAnalyzer extends AbstractFailureAnalyzer<AccessSettingException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, AccessSettingException cause) {
    return new FailureAnalysis(
        "Who may call the service is not clear: " + cause.getMessage(), cause.remedy(), cause);
  }
}
