package io.github.langgan.customer.network.partnership;

import io.github.langgan.customer.model.network.PartnersWebhook;
import io.github.langgan.customer.model.network.Partnership;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
    name = "Partnership",
    description = "By what programs a partner calls, and where it is told of events.")
public record PartnershipView(
    @Schema(description = "How its tokens name it: their claim partner")
        @Nullable String partnerName,
    @Schema(required = true) List<PartnershipBody.ClientBody> clients,
    @Schema(required = true, description = "Those of that name; the partner registers them itself")
        List<WebhookView> webhooks) {

  @Schema(name = "PartnersWebhook", description = "Where a partner is told of events.")
  record WebhookView(
      @Schema(required = true, description = "More is told under /v1/webhooks/{id}") UUID webhookId,
      @Schema(required = true) String url,
      @Schema(required = true) List<String> eventTypes,
      @Schema(required = true, description = "Whether events are sent there") boolean enabled) {

    static WebhookView of(PartnersWebhook webhook) {
      return new WebhookView(
          webhook.webhookId(), webhook.url(), webhook.eventTypes(), webhook.enabled());
    }
  }

  static PartnershipView of(Partnership partnership, List<PartnersWebhook> webhooks) {
    return new PartnershipView(
        partnership.name(),
        partnership.clients().stream().map(PartnershipBody.ClientBody::of).toList(),
        webhooks.stream().map(WebhookView::of).toList());
  }
}
