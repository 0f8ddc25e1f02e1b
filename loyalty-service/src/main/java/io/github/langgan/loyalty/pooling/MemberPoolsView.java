package io.github.langgan.loyalty.pooling;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    name = "MemberPools",
    description = "Pools that a member is in or was invited to, and what it may spend with them.",
    examples =
        """
        {"membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b","ownPoints":1200,\
        "othersPoints":3400,"pools":[{"poolId":"019b0c71-0a1b-7c2d-8e3f-4a5b6c7d8e9f",\
        "programId":"019b0c29-a1b2-7c3d-9e4f-5a6b7c8d9e0f","openedAt":"2026-01-12T03:20:00Z",\
        "members":[{"membershipId":"019b0c2a-3f10-7a11-8b21-0c1d2e3f4a5b","state":"JOINED",\
        "invitedAt":"2026-01-12T03:20:00Z","joinedAt":"2026-01-12T03:20:00Z"}]}]}""")
record MemberPoolsView(
    @Schema(required = true, description = "As asked, or the one that it was united into")
        UUID membershipId,
    @Schema(required = true, minimum = "0", description = "That it may spend of its own")
        long ownPoints,
    @Schema(
            required = true,
            minimum = "0",
            description = "That it may spend of the others', within what they let it")
        long othersPoints,
    @Schema(required = true) List<PoolView> pools) {}
