package io.github.langgan.analytics.retail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.event.CloudEventHeaders;
import io.github.langgan.chassis.event.Topics;
import io.github.langgan.chassis.id.UuidV7;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts a retailer's invoices on crm.profile as fast as Kafka takes them. */
@Singleton
class RetailTopic {

  private final Map<String, Object> kafka;
  private final Topics topics;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<UUID, Integer> sequences = new HashMap<>();

  RetailTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka, Topics topics) {
    this.kafka = kafka;
    this.topics = topics;
  }

  void publish(List<RetailInvoice> invoices) {
    try (var producer =
        new KafkaProducer<>(kafka, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (RetailInvoice invoice : invoices) {
        producer.send(event(invoice));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProducerRecord<byte[], byte[]> event(RetailInvoice invoice)
      throws JsonProcessingException {
    UUID id = UuidV7.next();
    UUID customer =
        invoice.customer().isEmpty()
            ? null
            : UUID.nameUUIDFromBytes(invoice.customer().getBytes(UTF_8));
    UUID key = customer == null ? id : customer;
    var event =
        new ProducerRecord<>(
            topics.inKafka("crm.profile"),
            key.toString().getBytes(UTF_8),
            mapper.writeValueAsBytes(data(invoice, id, customer)));
    Map.of(
            CloudEventHeaders.SPEC_VERSION, "1.0",
            CloudEventHeaders.ID, UuidV7.next().toString(),
            CloudEventHeaders.TYPE, "transaction.recorded",
            CloudEventHeaders.SOURCE, "/profile",
            CloudEventHeaders.TIME, "2026-01-01T00:00:00Z",
            CloudEventHeaders.SUBJECT, id.toString(),
            CloudEventHeaders.DATA_SCHEMA, "urn:langgan:events/transaction.recorded/v1",
            CloudEventHeaders.SEQUENCE, sequences.merge(key, 1, Integer::sum).toString())
        .forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
    return event;
  }

  private static Map<String, Object> data(RetailInvoice invoice, UUID id, UUID customer) {
    Map<String, Object> data = new HashMap<>();
    data.put("transactionId", id);
    data.put("partner", "acme");
    data.put("type", invoice.isReturn() ? "RETURN" : "PURCHASE");
    data.put("occurredAt", invoice.time());
    data.put("recordedAt", "2026-01-01T00:00:00Z");
    data.put("customerId", customer);
    data.put("currency", "GBP");
    data.put("channel", "STORE");
    data.put("total", invoice.total().toPlainString());
    List<Map<String, Object>> lines = new ArrayList<>();
    for (RetailInvoice.Line line : invoice.lines()) {
      lines.add(
          Map.of(
              "line", lines.size() + 1,
              "product", line.product(),
              "quantity", line.quantity(),
              "unitPrice", line.price().toPlainString(),
              "discount", "0.00",
              "amount", line.amount().toPlainString()));
    }
    data.put("lines", lines);
    return data;
  }
}
