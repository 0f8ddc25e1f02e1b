package io.github.langgan.customer.webhook.delivery;

import io.github.langgan.customer.webhook.destination.Target;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One POST to an address that was checked; the host is only named there and in the certificate.
 * Redirects are not followed, and of an answer nothing is kept but its status.
 */
final class PostMessage implements Closeable {

  /** What a connection may bring us before it is closed. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final Vertx vertx;
  private final HttpClient client;
  private final Duration timeout;
  private final Clock clock;

  /**
   * @param timeout until the answer's status
   * @param connections to one receiver
   * @param trust whose certificates; null for those that the machine trusts
   */
  PostMessage(
      Vertx vertx, Duration timeout, int connections, @Nullable TrustOptions trust, Clock clock) {
    this.vertx = vertx;
    this.timeout = timeout;
    this.clock = clock;
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) timeout.toMillis())
            .setIdleTimeout((int) timeout.toMillis())
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setTracingPolicy(TracingPolicy.IGNORE);
    if (trust != null) {
      options.setTrustOptions(trust);
    }
    this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections));
  }

  /** Waits for the answer; to be called on a virtual thread. */
  Answer post(Target target, Map<String, String> headers, String body) {
    CompletableFuture<HttpClientResponse> answered = new CompletableFuture<>();
    AtomicReference<@Nullable HttpClientRequest> sent = new AtomicReference<>();
    client
        .request(options(target, headers))
        .onFailure(answered::completeExceptionally)
        .onSuccess(
            request -> {
              sent.set(request);
              request.response().onComplete(response -> take(response, request, answered));
              request.end(Buffer.buffer(body));
            });
    try {
      HttpClientResponse response = answered.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return Answer.of(
          response.statusCode(),
          RetryAfter.parse(response.getHeader("Retry-After"), clock.instant()));
    } catch (TimeoutException late) {
      answered.cancel(false);
      HttpClientRequest request = sent.get();
      if (request != null) {
        request.reset();
      }
      return Answer.failed(Failure.TIMEOUT);
    } catch (ExecutionException failure) {
      return Answer.failed(kind(failure.getCause()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Answer.failed(Failure.CONNECTION);
    }
  }

  private static RequestOptions options(Target target, Map<String, String> headers) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.POST)
            .setServer(SocketAddress.inetSocketAddress(target.address()))
            .setHost(target.host())
            .setPort(target.port())
            .setSsl(target.tls())
            .setURI(target.path())
            .setFollowRedirects(false);
    headers.forEach(options::addHeader);
    return options;
  }

  /** The connection can serve again only when the answer's body is read, which may never end. */
  private void take(
      io.vertx.core.AsyncResult<HttpClientResponse> result,
      HttpClientRequest request,
      CompletableFuture<HttpClientResponse> answered) {
    if (result.failed()) {
      answered.completeExceptionally(result.cause());
      return;
    }
    HttpClientResponse response = result.result();
    long deadline = vertx.setTimer(timeout.toMillis(), id -> request.reset());
    int[] read = {0};
    response.exceptionHandler(broken -> vertx.cancelTimer(deadline));
    response.endHandler(end -> vertx.cancelTimer(deadline));
    response.handler(
        bytes -> {
          read[0] += bytes.length();
          if (read[0] > LONGEST_ANSWER) {
            vertx.cancelTimer(deadline);
            request.reset();
          }
        });
    answered.complete(response);
  }

  private static Failure kind(@Nullable Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SSLException) {
        return Failure.TLS;
      }
    }
    return Failure.CONNECTION;
  }

  @Override
  public void close() {
    client.close();
  }
}
