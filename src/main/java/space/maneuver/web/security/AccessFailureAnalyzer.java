package space.maneuver.web.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports in one sentence which setting of access control cannot be used. */
final class AccessFailureAnalyzer extends AbstractFailureAnalyzer<AccessSettingException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, AccessSettingException cause) {
    return new FailureAnalysis(
        "The settings of access cannot be used: " + cause.getMessage(), cause.remedy(), cause);
  }
}
