package io.github.langgan.chassis.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Sends records so that none passes an earlier one of its key, whatever fails. Kafka's producer
 * goes on with the next record when one could not be sent (no metadata while the broker starts) or
 * is refused; so the first failure ends the producer with all that it still holds. The caller sends
 * from the failed batch's beginning again, through a new one.
 */
final class OrderedProducer implements AutoCloseable {

  private final Supplier<Producer<byte[], byte[]>> connect;
  private @Nullable Producer<byte[], byte[]> connected;

  OrderedProducer(Supplier<Producer<byte[], byte[]>> connect) {
    this.connect = connect;
  }

  /** Returns when the broker has acknowledged all; throws when it may miss some. */
  void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    Producer<byte[], byte[]> producer = connected == null ? connect.get() : connected;
    connected = producer;
    Callback stopAtFailure =
        (stored, failure) -> {
          if (failure != null) {
            producer.close(Duration.ZERO);
          }
        };
    try {
      List<Future<?>> acknowledgements = new ArrayList<>(records.size());
      for (ProducerRecord<byte[], byte[]> record : records) {
        Future<?> acknowledgement = producer.send(record, stopAtFailure);
        if (acknowledgement.isDone()) {
          acknowledgement.get(); // tells why, where the next send would only tell that it is closed
        }
        acknowledgements.add(acknowledgement);
      }
      for (Future<?> acknowledgement : acknowledgements) {
        acknowledgement.get();
      }
    } catch (Exception failure) {
      close();
      throw failure;
    }
  }

  /** What is not acknowledged may be lost; its sender has not returned. */
  @Override
  public void close() {
    Producer<byte[], byte[]> ended = connected;
    connected = null; // also when it can't be closed in peace: it may not be used again
    if (ended != null) {
      ended.close(Duration.ZERO);
    }
  }
}
