package io.github.langgan.stack.load.grouping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.langgan.stack.load.grouping.ReadLine.Sale;
import io.github.langgan.stack.load.mapping.CustomerField;
import io.github.langgan.stack.load.mapping.TransactionMapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction as the API takes it. The same lines always give the same bytes. */
final class TransactionJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final @Nullable CustomerField customer;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);

  TransactionJson(TransactionMapping mapping) {
    this.customer = mapping.customer();
  }

  byte[] of(List<Sale> sales) {
    bytes.reset();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json, sales);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void write(JsonGenerator json, List<Sale> sales) throws IOException {
    Sale first = sales.getFirst();
    json.writeStartObject();
    json.writeStringField("externalId", first.externalId());
    json.writeStringField("type", first.givenBack() ? "RETURN" : "PURCHASE");
    json.writeStringField("occurredAt", first.occurredAt().toString());
    if (!first.customer().isEmpty()) {
      json.writeObjectFieldStart("customer");
      writeCustomer(json, Optional.ofNullable(customer).orElseThrow(), first.customer());
      json.writeEndObject();
    }
    json.writeStringField("currency", first.currency());
    writeUnlessEmpty(json, "channel", first.channel());
    json.writeArrayFieldStart("lines");
    for (Sale sale : sales) {
      writeLine(json, sale);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeCustomer(JsonGenerator json, CustomerField field, String value)
      throws IOException {
    switch (field.as()) {
      case IDENTIFIER -> {
        json.writeObjectFieldStart("identifier");
        json.writeStringField("source", field.source());
        json.writeStringField("value", value);
        json.writeEndObject();
      }
      case EMAIL -> json.writeStringField("email", value);
      case PHONE -> json.writeStringField("phone", value);
      case CARD -> json.writeStringField("card", value);
      case CUSTOMER_ID -> json.writeStringField("customerId", value);
    }
  }

  private static void writeLine(JsonGenerator json, Sale sale) throws IOException {
    json.writeStartObject();
    json.writeStringField("product", sale.product());
    writeUnlessEmpty(json, "name", sale.name());
    writeUnlessEmpty(json, "category", sale.category());
    json.writeNumberField("quantity", sale.quantity());
    json.writeStringField("unitPrice", sale.unitPrice().toPlainString());
    writeUnlessNull(json, "unitCost", sale.unitCost());
    if (sale.discount().signum() != 0) {
      writeUnlessNull(json, "discount", sale.discount());
    }
    json.writeEndObject();
  }

  private static void writeUnlessEmpty(JsonGenerator json, String name, String value)
      throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  private static void writeUnlessNull(JsonGenerator json, String name, @Nullable BigDecimal value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toPlainString());
    }
  }
}
