package io.github.langgan.chassis.security;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who calls, as the verified token says. */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The token's {@code sub}; {@code anonymous} without a token. */
  public String subject() {
    return claim("sub").orElse("anonymous");
  }

  /** The application that calls: {@code azp}, else {@code client_id}, else the subject. */
  public String clientId() {
    return claim("azp").or(() -> claim("client_id")).orElseGet(this::subject);
  }

  /** One person at one application: what stored answers belong to. */
  public String fingerprint() {
    return clientId() + "|" + subject();
  }

  public Set<String> roles() {
    return identity.getRoles();
  }

  public boolean isOperator() {
    return roles().contains("operator");
  }

  /** The partner whose system calls; such a caller sees only what it pushed. */
  public Optional<String> partner() {
    return claim("partner");
  }

  /** 403 for callers that are no partner. */
  public String requirePartner() {
    return partner()
        .orElseThrow(() -> Problem.of(Problems.FORBIDDEN, "The token names no partner"));
  }

  /** The customer who calls; such a caller sees only itself. */
  public Optional<UUID> customerId() {
    return claim("customer_id").map(Caller::uuid);
  }

  /** 404, as for a missing one, when a customer asks for another customer. */
  public void requireSelfOr404(UUID customerId) {
    if (isCustomer() && !customerId().filter(customerId::equals).isPresent()) {
      throw Problem.notFound();
    }
  }

  public boolean isCustomer() {
    return roles().contains("customer") || claim("customer_id").isPresent();
  }

  /** The company's own: neither a partner nor a customer, nor somebody without a token. */
  public boolean isStaff() {
    return !identity.isAnonymous()
        && !isCustomer()
        && !roles().contains("partner")
        && partner().isEmpty();
  }

  private Optional<String> claim(String name) {
    return identity.getPrincipal() instanceof JsonWebToken token
        ? Optional.ofNullable(token.<Object>getClaim(name)).map(Object::toString)
        : Optional.empty();
  }

  private static @Nullable UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
