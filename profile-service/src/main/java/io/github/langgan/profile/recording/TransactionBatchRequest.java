package io.github.langgan.profile.recording;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For the API's description; a batch is read item by item. */
@Schema(description = "Up to 1,000 transactions", requiredProperties = "items")
record TransactionBatchRequest(@Schema(maxItems = 1000) List<TransactionRequest> items) {}
