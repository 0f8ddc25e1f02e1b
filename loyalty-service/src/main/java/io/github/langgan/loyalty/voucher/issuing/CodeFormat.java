package io.github.langgan.loyalty.voucher.issuing;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.loyalty.model.voucher.Campaign;
import io.github.langgan.loyalty.model.voucher.Voucher;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of codes. What stands in it are capitals, digits, hyphens within codes, ids and times: no
 * cell has to be quoted, and no spreadsheet takes one for a formula.
 */
enum CodeFormat {
  CSV,
  NDJSON;

  static final String CSV_TYPE = "text/csv";
  static final String NDJSON_TYPE = "application/x-ndjson";

  /** What the caller would rather have; NDJSON when it is all the same. */
  static CodeFormat asked(Request request) {
    Variant variant =
        request.selectVariant(
            Variant.mediaTypes(MediaType.valueOf(NDJSON_TYPE), MediaType.valueOf(CSV_TYPE))
                .build());
    if (variant == null) {
      throw Problem.of(Problems.NOT_ACCEPTABLE);
    }
    return variant.getMediaType().getSubtype().equals("csv") ? CSV : NDJSON;
  }

  String type() {
    return this == CSV ? CSV_TYPE : NDJSON_TYPE;
  }

  String fileName() {
    return "vouchers." + name().toLowerCase(Locale.ROOT);
  }

  String header() {
    return this == CSV ? "code,voucherId,issuedAt,validUntil,customerId,uses\r\n" : "";
  }

  String line(Voucher voucher, Campaign campaign) {
    String code = campaign.codes().shown(voucher.code());
    String until = text(voucher.endsIn(campaign));
    String customer = text(voucher.customer());
    if (this == CSV) {
      return "%s,%s,%s,%s,%s,%d\r\n"
          .formatted(code, voucher.id(), voucher.issuedAt(), until, customer, voucher.uses());
    }
    StringBuilder line = new StringBuilder("{\"code\":\"").append(code);
    line.append("\",\"voucherId\":\"").append(voucher.id());
    line.append("\",\"issuedAt\":\"").append(voucher.issuedAt());
    line.append(until.isEmpty() ? "" : "\",\"validUntil\":\"" + until);
    line.append(customer.isEmpty() ? "" : "\",\"customerId\":\"" + customer);
    return line.append("\",\"uses\":").append(voucher.uses()).append("}\n").toString();
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
