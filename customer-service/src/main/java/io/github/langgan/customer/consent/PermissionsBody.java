package io.github.langgan.customer.consent;

import io.github.langgan.customer.model.consent.ContactChannel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ContactPermissionsRequest")
public record PermissionsBody(
    @NotNull @Pattern(regexp = PurposeBody.CODE) @Nullable String purpose,
    @NotNull @Nullable ContactChannel channel,
    @Schema(description = "On a day, whose last word counts; now if absent") @Nullable LocalDate on,
    @NotNull @Size(min = 1, max = 1000) @Nullable List<@NotNull UUID> customerIds) {}
