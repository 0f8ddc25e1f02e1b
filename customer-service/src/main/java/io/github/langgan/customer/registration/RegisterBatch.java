package io.github.langgan.customer.registration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the body of a batch looks like; it is read item by item. */
@Schema(name = "RegisterCustomers", description = "Customers to register.")
public record RegisterBatch(
    @NotNull @Size(max = BatchResource.MOST) List<RegisterCustomer> items) {}
