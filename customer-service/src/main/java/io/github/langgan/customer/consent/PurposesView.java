package io.github.langgan.customer.consent;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ConsentPurposes")
public record PurposesView(@Schema(required = true) List<PurposeView> items) {}
