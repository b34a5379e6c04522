import { AccessLinkEntity } from './access-link.entity.js';
import { AgreementEntity } from './agreement.entity.js';
import { ApprovalEntity } from './approval.entity.js';
import { AuditHeadEntity, AuditSealEntity, AuditSealedHeadEntity } from './audit-chain.entities.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { AuditListedEntity } from './audit-listed.entity.js';
import { AwaitedEntity } from './awaited.entity.js';
import { CitizenEntity } from './citizen.entity.js';
import { CitizenRequestEntity } from './citizen-request.entity.js';
import { ConsentAttemptEntity } from './consent-attempt.entity.js';
import { ConsentGrantEntity } from './consent-grant.entity.js';
import { ContactDetailsEntity } from './contact-details.entity.js';
import { CoordinatorPeriodEntity } from './coordinator-period.entity.js';
import { DeliveryEntity } from './delivery.entity.js';
import { DeliveryEventEntity } from './delivery-event.entity.js';
import { DocumentEntity } from './document.entity.js';
import { DutyPeriodEntity } from './duty-period.entity.js';
import { EmploymentChangeEntity } from './employment-change.entity.js';
import { ErasureHoldEntity } from './erasure-hold.entity.js';
import { ErasureKeyEntity } from './erasure-key.entity.js';
import { ExistingPlanEntity } from './existing-plan.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';
import { GatheringRequestEntity } from './gathering-request.entity.js';
import { GoalEntity } from './goal.entity.js';
import { HandoverEntity } from './handover.entity.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { IntroductionEntity } from './introduction.entity.js';
import { MachineClientEntity } from './machine-client.entity.js';
import { MeetingAttendanceEntity } from './meeting-attendance.entity.js';
import { MeetingEntity } from './meeting.entity.js';
import { MeetingInvitationEntity } from './meeting-invitation.entity.js';
import { MeetingOptionAnswerEntity } from './meeting-option-answer.entity.js';
import { NoticeEntity } from './notice.entity.js';
import { NoticeLeaseEntity } from './notice-lease.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { OrganisationRevisionEntity } from './organisation-revision.entity.js';
import { OverlapDecisionEntity } from './overlap-decision.entity.js';
import { ParticipantEntity } from './participant.entity.js';
import { PersonEntity } from './person.entity.js';
import { PersonRevisionEntity } from './person-revision.entity.js';
import { PlanEntity } from './plan.entity.js';
import { PlanEventEntity } from './plan-event.entity.js';
import { QuarterFiguresEntity } from './quarter-figures.entity.js';
import { SectionRevisionEntity } from './section-revision.entity.js';
import { SessionEntity } from './session.entity.js';
import { StaffNumberEntity } from './staff-number.entity.js';
import { StatutoryBasisEntity } from './statutory-basis.entity.js';
import { TaskEntity } from './task.entity.js';
import { VersionEntity } from './version.entity.js';
import { CoordinationNoteEntity } from './coordination-note.entity.js';
import { DisclosureWindowEntity } from './disclosure-window.entity.js';
import { MasterDataEntity } from './master-data.entity.js';
import { MeetingAgendaEntity } from './meeting-agenda.entity.js';
import { MeetingMinutesEntity } from './meeting-minutes.entity.js';
import { VersionPartEntity } from './version-part.entity.js';
import { RegisterNewsEntity } from './register-news.entity.js';
import { WaitStateOutboxEntity } from './wait-state-outbox.entity.js';

/** Every table that the application knows. */
export const ENTITIES = [
  AccessLinkEntity,
  AgreementEntity,
  ApprovalEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  AuditListedEntity,
  AuditSealEntity,
  AuditSealedHeadEntity,
  AwaitedEntity,
  CitizenEntity,
  CitizenRequestEntity,
  ConsentAttemptEntity,
  ConsentGrantEntity,
  ContactDetailsEntity,
  CoordinatorPeriodEntity,
  DeliveryEntity,
  DeliveryEventEntity,
  DocumentEntity,
  DutyPeriodEntity,
  EmploymentChangeEntity,
  ErasureHoldEntity,
  ErasureKeyEntity,
  ExistingPlanEntity,
  FollowUpEntity,
  GatheringRequestEntity,
  GoalEntity,
  HandoverEntity,
  IdempotencyKeyEntity,
  IntroductionEntity,
  MachineClientEntity,
  MeetingAttendanceEntity,
  MeetingEntity,
  MeetingInvitationEntity,
  MeetingOptionAnswerEntity,
  NoticeEntity,
  NoticeLeaseEntity,
  OrganisationEntity,
  OrganisationRevisionEntity,
  OverlapDecisionEntity,
  ParticipantEntity,
  PersonEntity,
  PersonRevisionEntity,
  PlanEntity,
  PlanEventEntity,
  QuarterFiguresEntity,
  SectionRevisionEntity,
  SessionEntity,
  StaffNumberEntity,
  StatutoryBasisEntity,
  TaskEntity,
  VersionEntity,
  CoordinationNoteEntity,
  DisclosureWindowEntity,
  MasterDataEntity,
  MeetingAgendaEntity,
  MeetingMinutesEntity,
  VersionPartEntity,
  RegisterNewsEntity,
  WaitStateOutboxEntity,
];

export {
  AccessLinkEntity,
  AgreementEntity,
  ApprovalEntity,
  AuditEntryEntity,
  AuditHeadEntity,
  AuditListedEntity,
  AuditSealEntity,
  AuditSealedHeadEntity,
  AwaitedEntity,
  CitizenEntity,
  CitizenRequestEntity,
  ConsentAttemptEntity,
  ConsentGrantEntity,
  ContactDetailsEntity,
  CoordinatorPeriodEntity,
  DeliveryEntity,
  DeliveryEventEntity,
  DocumentEntity,
  DutyPeriodEntity,
  EmploymentChangeEntity,
  ErasureHoldEntity,
  ErasureKeyEntity,
  ExistingPlanEntity,
  FollowUpEntity,
  GatheringRequestEntity,
  GoalEntity,
  HandoverEntity,
  IdempotencyKeyEntity,
  IntroductionEntity,
  MachineClientEntity,
  MeetingAttendanceEntity,
  MeetingEntity,
  MeetingInvitationEntity,
  MeetingOptionAnswerEntity,
  NoticeEntity,
  NoticeLeaseEntity,
  OrganisationEntity,
  OrganisationRevisionEntity,
  OverlapDecisionEntity,
  ParticipantEntity,
  PersonEntity,
  PersonRevisionEntity,
  PlanEntity,
  PlanEventEntity,
  QuarterFiguresEntity,
  SectionRevisionEntity,
  SessionEntity,
  StaffNumberEntity,
  StatutoryBasisEntity,
  TaskEntity,
  VersionEntity,
  CoordinationNoteEntity,
  DisclosureWindowEntity,
  MasterDataEntity,
  MeetingAgendaEntity,
  MeetingMinutesEntity,
  VersionPartEntity,
  RegisterNewsEntity,
  WaitStateOutboxEntity,
};
