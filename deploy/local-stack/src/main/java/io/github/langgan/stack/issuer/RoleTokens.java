package io.github.langgan.stack.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/**
 * The claims of a token, from the parameters of the token request: {@code role} gives groups and
 * scopes, {@code scope} narrows the scopes, every parameter that OAuth doesn't know is a claim.
 */
final class RoleTokens implements OAuth2TokenCallback {

  private static final Duration EXPIRY = Duration.ofHours(12);
  private static final Set<String> TIMES = Set.of("exp", "nbf", "iat");
  private static final Map<String, String> NEEDED_CLAIM =
      Map.of("partner", "partner", "customer", "customer_id");

  private final Roles roles;

  RoleTokens(Roles roles) {
    this.roles = roles;
  }

  @Override
  public String issuerId() {
    return IssuerAddress.ID;
  }

  @Override
  public String typeHeader(TokenRequest request) {
    return "JWT";
  }

  @Override
  public List<String> audience(TokenRequest request) {
    return List.of(Issuer.AUDIENCE);
  }

  @Override
  public long tokenExpiry() {
    return EXPIRY.toSeconds();
  }

  @Override
  public String subject(TokenRequest request) {
    String subject = parameter(request, "sub");
    return subject.isEmpty() ? client(request) : subject;
  }

  @Override
  public Map<String, Object> addClaims(TokenRequest request) {
    String role = parameter(request, "role");
    Map<String, Object> claims = new HashMap<>();
    request.getCustomParameters().forEach((name, values) -> claims.put(name, claim(name, values)));
    claims.remove("role");
    claims.put("azp", client(request));
    claims.put("client_id", client(request));
    claims.put("groups", List.of(role));
    claims.put("scope", String.join(" ", scopes(role, request)));
    String needed = NEEDED_CLAIM.get(role);
    if (needed != null && !claims.containsKey(needed)) {
      throw refused(OAuth2Error.INVALID_REQUEST, "the role " + role + " needs a " + needed);
    }
    return claims;
  }

  private Set<String> scopes(String role, TokenRequest request) {
    Set<String> ofRole =
        roles
            .scopesOf(role)
            .orElseThrow(
                () ->
                    refused(
                        OAuth2Error.INVALID_REQUEST,
                        "no role '" + role + "', there are " + String.join(", ", roles.names())));
    if (request.getScope() == null) {
      return ofRole;
    }
    Set<String> asked = Set.copyOf(request.getScope().toStringList());
    if (!ofRole.containsAll(asked)) {
      throw refused(OAuth2Error.INVALID_SCOPE, "the role " + role + " has only " + ofRole);
    }
    return asked;
  }

  private static Object claim(String name, List<String> values) {
    String value = values.getFirst();
    return TIMES.contains(name) ? Date.from(Instant.ofEpochSecond(Long.parseLong(value))) : value;
  }

  private static String client(TokenRequest request) {
    return request.getClientAuthentication().getClientID().getValue();
  }

  private static String parameter(TokenRequest request, String name) {
    List<String> values = request.getCustomParameter(name);
    return values == null ? "" : values.getFirst();
  }

  private static OAuth2Exception refused(ErrorObject error, String detail) {
    return new OAuth2Exception(error.setDescription(detail), detail, null);
  }
}
