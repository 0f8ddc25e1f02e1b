package io.github.langgan.chassis.sample;

import io.github.langgan.chassis.json.Code;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

public record UpdateNote(
    @NotBlank @Size(max = 50) @Code String code, @Nullable @Size(max = 1000) String text) {}
