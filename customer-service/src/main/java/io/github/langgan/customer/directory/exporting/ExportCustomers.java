package io.github.langgan.customer.directory.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.Selections;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.representation.FileFormat;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes customers as they were when it began. A receiver that takes more than 30 seconds for a
 * page of them loses its connection: what it would see grows old, and holds up the clearing of what
 * was deleted.
 */
@Singleton
class ExportCustomers {

  private static final int LONGEST_SECONDS = 4 * 60 * 60;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

  private final Selections selections;
  private final ObjectMapper mapper;
  private final Semaphore places;

  /**
   * @param atOnce as many in this process; each takes a connection to the database for as long as
   *     its receiver takes
   */
  ExportCustomers(
      Selections selections,
      ObjectMapper mapper,
      @ConfigProperty(name = "langgan.customer.exports.at-once", defaultValue = "5") int atOnce) {
    this.selections = selections;
    this.mapper = mapper;
    this.places = new Semaphore(atOnce);
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  @TransactionConfiguration(timeout = LONGEST_SECONDS)
  void export(Criterion criterion, Visibility visibility, FileFormat format, OutputStream out)
      throws IOException {
    if (!places.tryAcquire()) {
      throw Problem.of(Problems.UNAVAILABLE, "Too many downloads are under way")
          .retryAfter(RETRY_AFTER);
    }
    try {
      write(criterion, visibility, format, out);
    } finally {
      places.release();
    }
  }

  private void write(
      Criterion criterion, Visibility visibility, FileFormat format, OutputStream out)
      throws IOException {
    selections.freeze();
    CustomerWriter writer =
        format == FileFormat.CSV
            ? new RowWriter(selections.shape(criterion, visibility), out)
            : LineWriter.of(mapper, out);
    selections.forEach(criterion, visibility, writer::write);
    writer.end(); // not when something fails: what breaks off must not look whole
  }
}
