package io.github.langgan.stack.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID Connect issuer on the loopback address that gives anyone a token for any role. For
 * development and tests only; services refuse it in production.
 */
public final class Issuer implements AutoCloseable {

  static final String AUDIENCE = "langgan";

  private final MockOAuth2Server server;
  private final int port;

  private Issuer(MockOAuth2Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /** Signs with the key in the file, which is made the first time, so tokens outlive a restart. */
  public static Issuer start(int port, Path keyFile) {
    OAuth2TokenProvider tokens =
        new OAuth2TokenProvider(new KeyProvider(List.of(SigningKey.in(keyFile))));
    OAuth2Config config =
        new OAuth2Config(
            false,
            null,
            null,
            false,
            tokens,
            Set.of(new RoleTokens(Roles.load())),
            new MockWebServerWrapper());
    MockOAuth2Server server = new MockOAuth2Server(config);
    try {
      server.start(InetAddress.getByName("127.0.0.1"), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Issuer(server, port);
  }

  public String url() {
    return new IssuerAddress(port).url();
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
