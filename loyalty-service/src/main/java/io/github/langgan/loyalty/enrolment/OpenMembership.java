package io.github.langgan.loyalty.enrolment;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.duework.DueWork;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.MembershipOpenedV1;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.Customers;
import io.github.langgan.loyalty.model.EarnsFrom;
import io.github.langgan.loyalty.model.Membership;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.MembershipState;
import io.github.langgan.loyalty.model.MembershipStates;
import io.github.langgan.loyalty.model.Memberships;
import io.github.langgan.loyalty.model.Program;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Programs;
import io.github.langgan.loyalty.model.card.Card;
import io.github.langgan.loyalty.model.card.CardRanges;
import io.github.langgan.loyalty.model.card.Cards;
import io.github.langgan.loyalty.model.transaction.Transactions;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Opens one membership per customer and program, with a card; asking again answers the same. */
@Singleton
class OpenMembership {

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final Customers customers;
  private final Programs programs;
  private final Memberships memberships;
  private final MembershipStates states;
  private final CardRanges ranges;
  private final Cards cards;
  private final Transactions transactions;
  private final DueWork dueWork;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  OpenMembership(
      Aliases aliases,
      ErasedSubjects erased,
      Customers customers,
      Programs programs,
      Memberships memberships,
      MembershipStates states,
      CardRanges ranges,
      Cards cards,
      Transactions transactions,
      DueWork dueWork,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.aliases = aliases;
    this.erased = erased;
    this.customers = customers;
    this.programs = programs;
    this.memberships = memberships;
    this.states = states;
    this.ranges = ranges;
    this.cards = cards;
    this.transactions = transactions;
    this.dueWork = dueWork;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param record of the customer: the membership is opened for it
   */
  @Transactional
  public Enrolment open(CustomerId record, ProgramId programId) {
    CustomerId customer = new CustomerId(aliases.resolve(record.value()));
    if (erased.contains(record.value())) {
      return new Enrolment.UnknownCustomer();
    }
    Optional<Program> program = programs.find(programId);
    if (program.isEmpty()) {
      return new Enrolment.UnknownProgram();
    }
    customers.lockForEnrolment(customer);
    Optional<MembershipState> existing =
        memberships.of(customer, programId).flatMap(one -> states.find(one.id()));
    return existing
        .<Enrolment>map(Enrolment.AlreadyMember::new)
        .orElseGet(() -> open(customer, record, program.get()));
  }

  private Enrolment open(CustomerId customer, CustomerId record, Program program) {
    Instant now = clock.instant();
    Membership membership =
        new Membership(
            MembershipId.next(), customer, record, program.id(), UuidV7.next(), now, null);
    return cards
        .issue(ranges.withPrefix(program.cardPrefix()), membership.id(), now)
        .<Enrolment>map(card -> open(membership, program, card))
        .orElseGet(Enrolment.NoCardLeft::new);
  }

  private Enrolment open(Membership membership, Program program, Card card) {
    CustomerId customer = membership.customer();
    memberships.open(membership);
    if (program.earnsFrom() == EarnsFrom.ALWAYS && transactions.existFor(customer)) {
      dueWork.schedule(
          Transactions.HISTORY_DUE, membership.id().toString(), membership.openedAt(), "");
    }
    Position position = outbox.append(MembershipOpenedV1.of(membership, program, card));
    audit.record(
        "membership.opened",
        "membership",
        membership.id(),
        "",
        Map.of("program", program.id().toString()));
    return new Enrolment.Opened(
        new MembershipState(membership, membership.id(), card.number(), 0, 0, 0, 0, 0, 0, 0),
        position);
  }
}
