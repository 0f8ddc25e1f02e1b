package io.github.langgan.loyalty.program;

import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Program;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "Program",
    examples =
        """
        {"programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","name":"Langgan Club","currency":"IDR",\
        "timeZone":"Asia/Jakarta","earnsFrom":"ALWAYS","cardPrefix":"700000",\
        "terms":{"version":1,"activeFrom":"2026-01-02T01:00:00Z","rounding":"DOWN",\
        "expiry":{"kind":"ROLLING","months":24},"activationDays":0,\
        "earningRules":[{"name":"points","per":"TRANSACTION","effect":"POINTS",\
        "expression":"transaction.total / 1000.0","priority":0,"last":false}]},\
        "createdAt":"2026-01-02T01:00:00Z","version":1}""")
record ProgramView(
    @Schema(required = true) UUID programId,
    @Schema(required = true) String name,
    @Schema(required = true, description = "ISO 4217") String currency,
    @Schema(required = true, description = "IANA name") String timeZone,
    @Schema(required = true) EarnsFrom earnsFrom,
    @Schema(required = true, pattern = "^[0-9]{6}$", description = "Of its card numbers")
        String cardPrefix,
    @Schema(required = true, description = "In force now") TermsView terms,
    @Schema(required = true) Instant createdAt,
    @Schema(required = true, minimum = "1") long version) {

  static ProgramView from(Program program, Instant now) {
    return new ProgramView(
        program.id().value(),
        program.name(),
        program.currency(),
        program.zone().getId(),
        program.earnsFrom(),
        program.cardPrefix(),
        TermsView.from(program.termsAt(now)),
        program.createdAt(),
        program.version());
  }
}
