package io.github.langgan.customer.representation;

import io.github.langgan.chassis.inbox.FreshnessView;
import io.github.langgan.customer.model.Stage;
import io.github.langgan.customer.model.ToldStage;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "LifecycleStage",
    description = "Where in its life with the company a customer stands; analytics judges that.")
public record StageView(
    @Schema(required = true) Stage stage,
    @Schema(
            required = true,
            description =
                "The purchase that led there, or when silence grew too long; of who has bought"
                    + " nothing, the registration")
        Instant since,
    @Schema(required = true) FreshnessView freshness) {

  public static StageView of(ToldStage told, FreshnessView freshness) {
    return new StageView(told.stage(), told.since(), freshness);
  }
}
