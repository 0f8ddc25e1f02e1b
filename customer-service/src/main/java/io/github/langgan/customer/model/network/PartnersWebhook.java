package io.github.langgan.customer.model.network;

import java.util.List;
import java.util.UUID;

/** Where a partner is told of events. */
public record PartnersWebhook(
    UUID webhookId, String url, List<String> eventTypes, boolean enabled) {}
