package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Source;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.registration.Matching;
import io.github.langgan.customer.representation.FileFormat;
import io.github.langgan.customer.representation.SourceBody;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code customer_import}. */
record CustomerImport(
    UUID id,
    ImportState state,
    FileFormat format,
    List<String> columns,
    String form,
    Instant receivedAt,
    boolean dryRun,
    boolean matching,
    @Nullable String partner,
    String importedBy,
    @Nullable UUID operationId,
    long total,
    long registered,
    long duplicates,
    long rejected,
    int failures,
    Instant startedAt,
    @Nullable Instant endedAt) {

  UUID operation() {
    if (operationId == null) {
      throw new IllegalStateException("import " + id + " isn't accepted yet");
    }
    return operationId;
  }

  Registrant registrant() {
    return new Registrant(partner, importedBy);
  }

  /** Of other customers, in what its rows are told. */
  Visibility visibility() {
    return partner == null ? new Visibility.Everyone() : new Visibility.RegisteredBy(partner);
  }

  Source source() {
    return new Source(form, receivedAt, null);
  }

  SourceBody sourceBody() {
    return new SourceBody(form, receivedAt.toString(), null);
  }

  Matching when() {
    return matching ? Matching.AT_ONCE : Matching.LATER;
  }

  long done() {
    return registered + duplicates + rejected;
  }
}
