package io.github.langgan.customer.webhook.destination;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds where a URL leads, once, and answers the address that was checked: a name that means
 * another address a moment later changes nothing. Refuses to start in production when hosts are
 * named that may be private.
 */
@Startup
@Singleton
public class Targets {

  private static final String NOT_PUBLIC = "must lead to public addresses";
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;
  private static final int HTTP = 80;

  private final HostNames names;
  private final Set<Integer> ports;
  private final Set<String> privateHosts;

  /**
   * @param privateHosts hosts that may be anywhere, on any port and without TLS: for tests and the
   *     local stack
   */
  Targets(
      HostNames names,
      @ConfigProperty(name = "langgan.webhooks.ports", defaultValue = "443,8443")
          Set<Integer> ports,
      @ConfigProperty(name = "langgan.webhooks.private-hosts") Optional<Set<String>> privateHosts,
      @ConfigProperty(name = "langgan.local-stack", defaultValue = "false") boolean localStack) {
    this.names = names;
    this.ports = Set.copyOf(ports);
    this.privateHosts = Set.copyOf(privateHosts.orElse(Set.of()));
    refusal(LaunchMode.current() == LaunchMode.NORMAL, localStack, this.privateHosts)
        .ifPresent(
            reason -> {
              throw new IllegalStateException("Not started: " + reason);
            });
  }

  static Optional<String> refusal(
      boolean production, boolean localStack, Set<String> privateHosts) {
    return production && !localStack && !privateHosts.isEmpty()
        ? Optional.of(
            "webhooks could reach " + privateHosts + ". Take away langgan.webhooks.private-hosts.")
        : Optional.empty();
  }

  /** Asks for the name, so outside of transactions. */
  public Target find(String url) throws TargetRefused {
    URI uri = parsed(url);
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    boolean mayBePrivate = privateHosts.contains(host);
    boolean tls = "https".equalsIgnoreCase(uri.getScheme());
    if (!tls && !(mayBePrivate && "http".equalsIgnoreCase(uri.getScheme()))) {
      throw new TargetRefused("must begin with https://");
    }
    int port = uri.getPort() != -1 ? uri.getPort() : tls ? HTTPS : HTTP;
    if (port < 1 || port > LAST_PORT) {
      throw new TargetRefused("must have a port from 1 to " + LAST_PORT);
    }
    if (!mayBePrivate && !ports.contains(port)) {
      throw new TargetRefused("must have one of the ports " + ports.stream().sorted().toList());
    }
    InetAddress address = address(host, mayBePrivate);
    return new Target(tls, host, port, new InetSocketAddress(address, port), path(uri));
  }

  private static URI parsed(String url) throws TargetRefused {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException e) {
      throw new TargetRefused("is no URL");
    }
    if (uri.getHost() == null) {
      throw new TargetRefused("must have a host, in ASCII");
    }
    if (uri.getRawUserInfo() != null) {
      throw new TargetRefused("must not hold a user or password");
    }
    if (uri.getRawFragment() != null) {
      throw new TargetRefused("must not have a fragment");
    }
    return uri;
  }

  /**
   * One address within is enough to refuse the name: the next look-up may give that one. A name
   * that nobody knows is refused in the same words, so that nobody learns which names we have.
   */
  private InetAddress address(String host, boolean mayBePrivate) throws TargetRefused {
    List<InetAddress> found;
    try {
      found = names.addresses(host);
    } catch (UnknownHostException e) {
      throw new TargetRefused(NOT_PUBLIC);
    }
    if (!mayBePrivate && !found.stream().allMatch(PublicAddresses::include)) {
      throw new TargetRefused(NOT_PUBLIC);
    }
    return nameless(found.getFirst());
  }

  /** So that nobody can look the name up again. */
  private static InetAddress nameless(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException wrongLength) {
      throw new IllegalStateException(wrongLength);
    }
  }

  private static String path(URI uri) {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
