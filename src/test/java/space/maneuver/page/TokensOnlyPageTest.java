package space.maneuver.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
    properties = {
      "maneuver.security.oidc.jwk-set-uri=http://localhost:1/keys",
      "maneuver.security.oidc.audience=maneuver"
    })
class TokensOnlyPageTest extends BrowserTest {

  @Test
  void keyIsNotRequested() {
    visit("");

    page.locator(".problem[data-code=tokens-only]").waitFor();
    assertThat(page.locator("#key-dialog[open]").count()).isZero();
  }
}
