package io.github.langgan.chassis.security;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start in production without an issuer and an audience, or with an issuer that only a
 * developer's machine can have. {@code LANGGAN_LOCAL_STACK=true} is what the local stack sets.
 */
@Startup
@Priority(1)
@Singleton
public final class ProductionGuard {

  private final Optional<String> issuer;
  private final Optional<String> audience;
  private final boolean localStack;

  public ProductionGuard(
      @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
      @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<String> audience,
      @ConfigProperty(name = "langgan.local-stack", defaultValue = "false") boolean localStack) {
    this.issuer = issuer;
    this.audience = audience;
    this.localStack = localStack;
  }

  @PostConstruct
  void check() {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      refusal(issuer, audience, localStack)
          .ifPresent(
              reason -> {
                throw new IllegalStateException("Not started: " + reason);
              });
    }
  }

  static Optional<String> refusal(
      Optional<String> issuer, Optional<String> audience, boolean localStack) {
    if (issuer.filter(url -> !url.isBlank()).isEmpty()) {
      return Optional.of("no issuer. Set QUARKUS_OIDC_AUTH_SERVER_URL to its URL.");
    }
    if (audience.filter(name -> !name.isBlank()).isEmpty()) {
      return Optional.of("no audience. Set QUARKUS_OIDC_TOKEN_AUDIENCE.");
    }
    if (localStack) {
      return Optional.empty();
    }
    var url = URI.create(issuer.get().strip());
    if (!"https".equals(url.getScheme())) {
      return Optional.of("the issuer " + url + " is not reached over https.");
    }
    if (isLoopback(url.getHost())) {
      return Optional.of("the issuer " + url + " is a local one, which gives anyone any role.");
    }
    return Optional.empty();
  }

  private static boolean isLoopback(String host) {
    try {
      return host == null || InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException elsewhere) {
      return false;
    }
  }
}
