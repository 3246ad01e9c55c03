/**
 * Access control: API keys, tokens of an OpenID provider, and the role that each operation needs.
 *
 * <p>The filters are those of Spring Security, put together here and not by its {@code
 * HttpSecurity}: of the dozen filters that it adds (sessions, CSRF tokens, forms, headers, saved
 * requests), the service needs none. Without keys and provider, none is created.
 */
@NullMarked
package space.maneuver.web.security;

import org.jspecify.annotations.NullMarked;
