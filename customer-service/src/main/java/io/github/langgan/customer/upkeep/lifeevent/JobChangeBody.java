package io.github.langgan.customer.upkeep.lifeevent;

import io.github.langgan.customer.representation.ContactBody;
import io.github.langgan.customer.representation.SourceBody;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "JobChange", description = "That a person does something else for a living.")
record JobChangeBody(
    @Schema(description = "What it does now; missing for nothing", minLength = 1, maxLength = 100)
        @Nullable String occupation,
    @Schema(description = "Those of the former work: they are taken away") @Nullable @Size(max = 50)
        List<ContactBody> contactsNoLongerValid,
    @Schema(description = "Those of the new work: they are added") @Nullable @Size(max = 50)
        List<ContactBody> contacts,
    @Schema(description = "Not in the future. When it is missing, the day on which it was received")
        @Nullable LocalDate changedOn,
    @Schema(description = "When it is missing: the form JOB_CHANGE, now")
        @Nullable SourceBody source) {}
