package io.github.langgan.profile.directory;

import io.github.langgan.chassis.inbox.ReadAfter;
import io.github.langgan.chassis.inbox.ReadsAfter;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.security.Caller;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.PhoneNumber;
import io.github.langgan.profile.model.Views;
import io.github.langgan.profile.representation.VisibleCustomers;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The customer whose phone rings, whose card lies on the desk. */
@Path("/v1/profiles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Profiles", description = "What is known of a customer")
public class ProfileDirectoryResource {

  private static final UUID FIRST = new UUID(0, 0);

  private final ProfileSearch search;
  private final Views views;
  private final Caller caller;
  private final VisibleCustomers visibleCustomers;

  ProfileDirectoryResource(
      ProfileSearch search, Views views, Caller caller, VisibleCustomers visibleCustomers) {
    this.search = search;
    this.views = views;
    this.caller = caller;
    this.visibleCustomers = visibleCustomers;
  }

  @GET
  @ReadsAfter
  @PermissionsAllowed("profiles:read")
  @Operation(
      operationId = "findProfiles",
      summary = "Find customers",
      description =
          "By exactly one of phone, email, card or identifier. Several customers may share one."
              + " What a merged record is named by finds the customer that it was merged into.")
  public Page<ProfileSummary> find(
      @QueryParam("phone")
          @Parameter(
              description = "In any usual writing; mind that + is %2B in a URL",
              schema = @Schema(type = SchemaType.STRING, maxLength = 40),
              example = "+628123456789")
          @Nullable String phone,
      @QueryParam("email")
          @Parameter(
              schema = @Schema(type = SchemaType.STRING, maxLength = 254),
              example = "siti@example.com")
          @Nullable String email,
      @QueryParam("card")
          @Parameter(
              schema = @Schema(type = SchemaType.STRING, maxLength = 40),
              example = "6280001000000018")
          @Nullable String card,
      @QueryParam("identifier")
          @Parameter(
              description = "The number that a source knows the customer by; give source, too",
              schema = @Schema(type = SchemaType.STRING, maxLength = 100),
              example = "17850")
          @Nullable String identifier,
      @QueryParam("source")
          @Parameter(
              description = "Of the identifier",
              schema = @Schema(type = SchemaType.STRING, maxLength = 60),
              example = "acme")
          @Nullable String source,
      @BeanParam PageRequest page,
      @Context HttpHeaders headers) {
    if (Stream.of(phone, email, card, identifier).filter(Objects::nonNull).count() != 1
        || (source == null) != (identifier == null)) {
      throw Problem.invalidParameter(
          "phone", "give exactly one of phone, email, card, or identifier with its source");
    }
    CustomerReference reference = reference(phone, email, card, identifier, source);
    views.await(Views.CUSTOMER, ReadAfter.of(headers));
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(FIRST);
    List<ProfileSummary> found = visible(search.named(reference, after, page.fetch()));
    return Page.of(found, page, one -> Cursor.of(one.customerId()));
  }

  private static CustomerReference reference(
      @Nullable String phone,
      @Nullable String email,
      @Nullable String card,
      @Nullable String identifier,
      @Nullable String source) {
    if (phone != null) {
      return PhoneNumber.parse(phone)
          .map(CustomerReference::toPhone)
          .orElseThrow(() -> Problem.invalidParameter("phone", "must be a telephone number"));
    }
    if (email != null) {
      return CustomerReference.toEmail(email);
    }
    return card != null
        ? CustomerReference.toCard(card)
        : CustomerReference.toIdentifier(
            Objects.requireNonNull(source), Objects.requireNonNull(identifier));
  }

  private List<ProfileSummary> visible(List<ProfileSummary> found) {
    if (!caller.isCustomer()) {
      return found;
    }
    UUID self = visibleCustomers.self().orElse(null);
    return found.stream().filter(one -> one.customerId().equals(self)).toList();
  }
}
