package io.github.langgan.customer.directory.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.Selections;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.representation.FileFormat;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes customers as they were when it began. A receiver that takes nothing for 30 seconds loses
 * its connection: what it would see grows old, and holds up the clearing of what was deleted.
 */
@Singleton
class ExportCustomers {

  private static final int LONGEST_SECONDS = 4 * 60 * 60;

  private final Selections selections;
  private final ObjectMapper mapper;

  ExportCustomers(Selections selections, ObjectMapper mapper) {
    this.selections = selections;
    this.mapper = mapper;
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = LONGEST_SECONDS)
  void export(Criterion criterion, Visibility visibility, FileFormat format, OutputStream out)
      throws IOException {
    selections.freeze();
    try (CustomerWriter writer =
        format == FileFormat.CSV
            ? new RowWriter(selections.shape(criterion, visibility), out)
            : LineWriter.of(mapper, out)) {
      selections.forEach(criterion, visibility, writer::write);
    }
  }
}
