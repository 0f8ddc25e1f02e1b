package io.github.langgan.loyalty.transferring;

import io.github.langgan.chassis.event.Position;
import io.github.langgan.loyalty.model.Balance;

/**
 * @param balance of the giver after it
 * @param position of the event that tells of what was given
 */
record TransferResult(MemberTransfer transfer, Balance balance, Position position) {}
