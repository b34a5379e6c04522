import { AgreementEntity } from './agreement.entity.js';
import { ApprovalEntity } from './approval.entity.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import { AwaitedEntity } from './awaited.entity.js';
import { CitizenEntity } from './citizen.entity.js';
import { CitizenRequestEntity } from './citizen-request.entity.js';
import { ConsentAttemptEntity } from './consent-attempt.entity.js';
import { ConsentGrantEntity } from './consent-grant.entity.js';
import { CoordinatorPeriodEntity } from './coordinator-period.entity.js';
import { DeliveryEntity } from './delivery.entity.js';
import { DeliveryEventEntity } from './delivery-event.entity.js';
import { DocumentEntity } from './document.entity.js';
import { DutyPeriodEntity } from './duty-period.entity.js';
import { ExistingPlanEntity } from './existing-plan.entity.js';
import { FollowUpEntity } from './follow-up.entity.js';
import { GatheringRequestEntity } from './gathering-request.entity.js';
import { GoalEntity } from './goal.entity.js';
import { HandoverEntity } from './handover.entity.js';
import { IdempotencyKeyEntity } from './idempotency-key.entity.js';
import { MachineClientEntity } from './machine-client.entity.js';
import { MeetingAttendanceEntity } from './meeting-attendance.entity.js';
import { MeetingEntity } from './meeting.entity.js';
import { MeetingInvitationEntity } from './meeting-invitation.entity.js';
import { MeetingOptionAnswerEntity } from './meeting-option-answer.entity.js';
import { NoticeEntity } from './notice.entity.js';
import { NoticeLeaseEntity } from './notice-lease.entity.js';
import { OrganisationEntity } from './organisation.entity.js';
import { OverlapDecisionEntity } from './overlap-decision.entity.js';
import { ParticipantEntity } from './participant.entity.js';
import { PersonEntity } from './person.entity.js';
import { PlanEntity } from './plan.entity.js';
import { PlanEventEntity } from './plan-event.entity.js';
import { SectionRevisionEntity } from './section-revision.entity.js';
import { SessionEntity } from './session.entity.js';
import { StatutoryBasisEntity } from './statutory-basis.entity.js';
import { TaskEntity } from './task.entity.js';
import { VersionEntity } from './version.entity.js';
import { WaitStateOutboxEntity } from './wait-state-outbox.entity.js';

/** Every table that the application knows. */
export const ENTITIES = [
  AgreementEntity,
  ApprovalEntity,
  AuditEntryEntity,
  AwaitedEntity,
  CitizenEntity,
  CitizenRequestEntity,
  ConsentAttemptEntity,
  ConsentGrantEntity,
  CoordinatorPeriodEntity,
  DeliveryEntity,
  DeliveryEventEntity,
  DocumentEntity,
  DutyPeriodEntity,
  ExistingPlanEntity,
  FollowUpEntity,
  GatheringRequestEntity,
  GoalEntity,
  HandoverEntity,
  IdempotencyKeyEntity,
  MachineClientEntity,
  MeetingAttendanceEntity,
  MeetingEntity,
  MeetingInvitationEntity,
  MeetingOptionAnswerEntity,
  NoticeEntity,
  NoticeLeaseEntity,
  OrganisationEntity,
  OverlapDecisionEntity,
  ParticipantEntity,
  PersonEntity,
  PlanEntity,
  PlanEventEntity,
  SectionRevisionEntity,
  SessionEntity,
  StatutoryBasisEntity,
  TaskEntity,
  VersionEntity,
  WaitStateOutboxEntity,
];

export {
  AgreementEntity,
  ApprovalEntity,
  AuditEntryEntity,
  AwaitedEntity,
  CitizenEntity,
  CitizenRequestEntity,
  ConsentAttemptEntity,
  ConsentGrantEntity,
  CoordinatorPeriodEntity,
  DeliveryEntity,
  DeliveryEventEntity,
  DocumentEntity,
  DutyPeriodEntity,
  ExistingPlanEntity,
  FollowUpEntity,
  GatheringRequestEntity,
  GoalEntity,
  HandoverEntity,
  IdempotencyKeyEntity,
  MachineClientEntity,
  MeetingAttendanceEntity,
  MeetingEntity,
  MeetingInvitationEntity,
  MeetingOptionAnswerEntity,
  NoticeEntity,
  NoticeLeaseEntity,
  OrganisationEntity,
  OverlapDecisionEntity,
  ParticipantEntity,
  PersonEntity,
  PlanEntity,
  PlanEventEntity,
  SectionRevisionEntity,
  SessionEntity,
  StatutoryBasisEntity,
  TaskEntity,
  VersionEntity,
  WaitStateOutboxEntity,
};
