package io.github.langgan.customer.webhook.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.langgan.customer.webhook.destination.Target;
import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.TrustOptions;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire, and to whom. */
class PostMessageTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  @AfterAll
  static void close() {
    VERTX.close();
  }

  private static Answer post(@Nullable TrustOptions trust, Target target) {
    return post(trust, target, Duration.ofMinutes(1));
  }

  private static Answer post(@Nullable TrustOptions trust, Target target, Duration timeout) {
    try (var post = new PostMessage(VERTX, timeout, 4, trust, Clock.systemUTC())) {
      return post.post(target, Map.of("webhook-id", "one"), "{}");
    }
  }

  private static Target at(String host, int port, boolean tls) {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return new Target(tls, host, port, address, "/hooks?a=b");
  }

  @Test
  void the_address_is_connected_to_and_the_host_is_only_named() throws Exception {
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(
              exchange.getRequestHeaders().getFirst("Host")
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
        });
    server.start();
    int port = server.getAddress().getPort();
    try {
      // nobody could look that name up
      assertThat(post(null, at("hooks.invalid", port, false)).status()).isEqualTo(204);
      assertThat(asked.take()).isEqualTo("hooks.invalid:" + port + " /hooks?a=b {}");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void who_has_no_certificate_for_the_host_is_told_nothing() throws Exception {
    Path keys = folder.resolve("keys.p12");
    makeKeys(keys, "hooks.invalid");
    HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls(keys)));
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestHeaders().getFirst("webhook-id"));
          exchange.sendResponseHeaders(200, -1);
        });
    server.start();
    int port = server.getAddress().getPort();
    TrustOptions trusted = new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD);
    try {
      assertThat(post(trusted, at("hooks.invalid", port, true)).arrived()).isTrue();
      assertThat(asked.take()).isEqualTo("one");
      assertThat(post(trusted, at("others.invalid", port, true)).failure()).isEqualTo(Failure.TLS);
      assertThat(post(null, at("hooks.invalid", port, true)).failure()).isEqualTo(Failure.TLS);
      assertThat(asked).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void who_does_not_answer_in_time_or_is_not_there_did_not_get_it() throws Exception {
    ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = silent.getLocalPort();
    try (silent) {
      Target silence = at("hooks.invalid", port, false);
      assertThat(post(null, silence, Duration.ofSeconds(1)).failure()).isEqualTo(Failure.TIMEOUT);
    }
    assertThat(post(null, at("hooks.invalid", port, false)).failure())
        .isEqualTo(Failure.CONNECTION);
  }

  private static void makeKeys(Path file, String host) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor()).isZero();
  }

  private static SSLContext tls(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
