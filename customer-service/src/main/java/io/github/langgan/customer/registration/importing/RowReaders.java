package io.github.langgan.customer.registration.importing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.json.StrictJson;
import io.github.langgan.customer.registration.RegisterCustomer;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;

/** A reader for each format. */
@Singleton
class RowReaders {

  /** An exported customer, sent in again: what can't be registered is skipped. */
  @JsonIgnoreProperties({"customerId", "partner", "registeredAt", "changedAt", "version"})
  private interface Exported {}

  private final StrictJson json;

  RowReaders(ObjectMapper mapper, Validator validator) {
    this.json =
        new StrictJson(mapper.copy().addMixIn(RegisterCustomer.class, Exported.class), validator);
  }

  RowReader of(CustomerImport file) {
    return switch (file.format()) {
      case CSV -> new CsvRowReader(CsvHeader.of(file.columns()), file.sourceBody(), json);
      case NDJSON -> new LineReader(json);
    };
  }
}
