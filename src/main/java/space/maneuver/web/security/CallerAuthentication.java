package space.maneuver.web.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller whose key or token is valid, as Spring Security knows it. */
final class CallerAuthentication extends AbstractAuthenticationToken {

  /** Each role includes the ones before it. */
  static final RoleHierarchy HIERARCHY =
      RoleHierarchyImpl.withDefaultRolePrefix()
          .role(Role.ADMIN.name())
          .implies(Role.WRITE.name())
          .role(Role.WRITE.name())
          .implies(Role.READ.name())
          .build();

  private static final long serialVersionUID = 1L;
  private static final String PREFIX = "ROLE_";

  private final transient Caller caller;

  CallerAuthentication(Caller caller) {
    super(authorities(caller.role()));
    this.caller = caller;
    setAuthenticated(true);
  }

  private static List<GrantedAuthority> authorities(@Nullable Role role) {
    return role == null ? List.of() : List.of(new SimpleGrantedAuthority(PREFIX + role.name()));
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }
}
