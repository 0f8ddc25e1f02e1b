package io.github.langgan.customer.registration.intake;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "FormProduct")
public record Product(
    @NotNull
        @Code
        @Size(min = 1, max = 60)
        @Schema(description = "As transactions name it", examples = "TV-55UQ80")
        @Nullable String code,
    @Size(min = 1, max = 200) @Nullable String name) {}
