package io.github.langgan.customer.privacy;

import io.github.langgan.chassis.audit.Audit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands out what was gathered for a request, and notes who took it. */
@Singleton
class FetchPackage {

  private final PackageParts parts;
  private final Audit audit;

  FetchPackage(PackageParts parts, Audit audit) {
    this.parts = parts;
    this.audit = audit;
  }

  /** Empty while services have not answered, and when there is none any more. */
  @Transactional
  Optional<PackageView> fetch(StoredRequest request, String by) {
    if (request.status() != RequestStatus.COMPLETED) {
      return Optional.empty();
    }
    List<PackageParts.Stored> stored = parts.of(request.id());
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    audit.record("privacy-package.fetched", "privacy-request", request.id(), "", Map.of("by", by));
    return Optional.of(PackageView.of(request, stored));
  }
}
