package io.github.langgan.loyalty.statement;

import io.github.langgan.chassis.alias.FollowsAliases;
import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.loyalty.access.AskedMemberships;
import io.github.langgan.loyalty.model.Membership;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a membership's points came from, what becomes of them, and whether that is true. */
@Path("/v1/loyalty/memberships")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Memberships")
public class BooksResource {

  private final AskedMemberships asked;
  private final Entries entries;
  private final LotList lots;
  private final Expirations expirations;
  private final VerifyAccount verifyAccount;

  BooksResource(
      AskedMemberships asked,
      Entries entries,
      LotList lots,
      Expirations expirations,
      VerifyAccount verifyAccount) {
    this.asked = asked;
    this.entries = entries;
    this.lots = lots;
    this.expirations = expirations;
    this.verifyAccount = verifyAccount;
  }

  @GET
  @Path("{membershipId}/entries")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listEntries",
      summary = "List a membership's entries",
      description = "All that happened to its points, the newest first.")
  public Page<EntryView> entries(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    Membership membership = asked.membership(membershipId);
    return Page.of(entries.of(membership, after, fetch), page, entry -> Cursor.of(entry.entryId()));
  }

  @GET
  @Path("{membershipId}/lots")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listLots",
      summary = "List a membership's lots",
      description = "Where its points came from, what became of them, and when they expire.")
  public Page<LotView> lots(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    UUID after = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    Membership membership = asked.membership(membershipId);
    return Page.of(lots.of(membership, after, fetch), page, lot -> Cursor.of(lot.lotId()));
  }

  @GET
  @Path("{membershipId}/expirations")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "listExpirations",
      summary = "List when a membership's points expire",
      description =
          "The whole schedule, the soonest first: how many points expire when, if they are not"
              + " spent. Points that never expire are not among them.")
  public Page<ExpirationView> expirations(
      @PathParam("membershipId") UUID membershipId, @BeanParam PageRequest page) {
    Instant after = page.after().map(cursor -> cursor.instant(0)).orElse(null);
    int fetch = page.fetch();
    Membership membership = asked.membership(membershipId);
    return Page.of(
        expirations.of(membership, after, fetch), page, one -> Cursor.of(one.expiresAt()));
  }

  @GET
  @Path("{membershipId}/verification")
  @PermissionsAllowed("loyalty:read")
  @FollowsAliases
  @Operation(
      operationId = "verifyMembership",
      summary = "Verify a membership's books",
      description =
          "Computes the hash chain of its entries anew, and the balance and what the lots have left"
              + " from the postings, and compares. Of a membership that others were united into:"
              + " theirs, too.")
  public VerificationView verification(@PathParam("membershipId") UUID membershipId) {
    return verifyAccount.verify(asked.membership(membershipId));
  }
}
