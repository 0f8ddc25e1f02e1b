package io.github.langgan.chassis.openapi;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Access tokens, and the scopes that each operation needs. Described twice: as OAuth 2, which lists
 * the scopes, and as a bearer token, which people can paste into the API console.
 */
final class ScopedSecurity {

  private static final String OAUTH = "oauth2";
  private static final String BEARER = "bearer";
  private static final String CHECKS =
      " Issuer, audience, signature and times are checked as RFC8725 advises.";

  private ScopedSecurity() {}

  static void describe(OpenAPI api, Collection<String> scopes) {
    var offered = new java.util.LinkedHashMap<String, String>();
    scopes.forEach(scope -> offered.put(scope, describe(scope)));
    api.getComponents()
        .addSecurityScheme(
            OAUTH,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("The OpenID Connect issuer that the installation trusts." + CHECKS)
                .flows(
                    OASFactory.createOAuthFlows()
                        .clientCredentials(
                            OASFactory.createOAuthFlow()
                                .tokenUrl("https://issuer.example.com/token")
                                .refreshUrl("https://issuer.example.com/token")
                                .scopes(offered))))
        .addSecurityScheme(
            BEARER,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A token of that issuer, with the same scopes." + CHECKS));
  }

  private static String describe(String scope) {
    var parts = scope.split(":", 2);
    return parts.length < 2
        ? scope
        : switch (parts[1]) {
          case "read" -> "Read " + parts[0];
          case "write" -> "Write " + parts[0];
          case "admin" -> "Administer " + parts[0];
          default ->
              Character.toUpperCase(parts[1].charAt(0)) + parts[1].substring(1) + " " + parts[0];
        };
  }

  static void describe(DescribedOperation described) {
    var method = described.method();
    // an operation that is open to all may ask for something of its own
    if (method == null || method.isOpenToAll() && described.hasOwnSecurity()) {
      return;
    }
    described.operation().setSecurity(requirements(method));
  }

  private static List<SecurityRequirement> requirements(ResourceMethod method) {
    if (method.isOpenToAll()) {
      return List.of(OASFactory.createSecurityRequirement());
    }
    var oauth =
        method.scopes().isEmpty()
            ? Stream.of(List.<String>of())
            : method.scopes().stream().map(List::of);
    return Stream.concat(
            oauth.map(scopes -> OASFactory.createSecurityRequirement().addScheme(OAUTH, scopes)),
            Stream.of(OASFactory.createSecurityRequirement().addScheme(BEARER, List.of())))
        .toList();
  }
}
