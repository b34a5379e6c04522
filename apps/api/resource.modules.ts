import { AccessLinksModule } from './access-links/access-links.module.js';
import { PlansModule } from './plans/plans.module.js';
import { ParticipantsModule } from './participants/participants.module.js';
import { ConfirmationsModule } from './confirmations/confirmations.module.js';
import { ConsentsModule } from './consents/consents.module.js';
import { GatheringModule } from './gathering/gathering.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { DraftModule } from './draft/draft.module.js';
import { DistributionModule } from './distribution/distribution.module.js';
import { FollowUpModule } from './follow-up/follow-up.module.js';
import { CitizenRequestsModule } from './citizen-requests/citizen-requests.module.js';
import { HandoverModule } from './handover/handover.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { AuditModule } from './audit/audit.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { RegisterModule } from './register/register.module.js';
import { MachineClientsModule } from './machine-clients/machine-clients.module.js';
import { CorrectionsModule } from './corrections/corrections.module.js';
import { CitizenDataModule } from './citizen-data/citizen-data.module.js';
import { ErasureModule } from './erasure/erasure.module.js';
import { FiguresModule } from './figures/figures.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { SignedInModule } from './signed-in/signed-in.module.js';

/** One module per resource. */
export const RESOURCE_MODULES = [
  PlansModule,
  ParticipantsModule,
  AccessLinksModule,
  ConfirmationsModule,
  ConsentsModule,
  GatheringModule,
  MeetingsModule,
  DraftModule,
  DistributionModule,
  FollowUpModule,
  CitizenRequestsModule,
  HandoverModule,
  TasksModule,
  DocumentsModule,
  AuditModule,
  RegisterModule,
  MachineClientsModule,
  SignedInModule,
  CorrectionsModule,
  CitizenDataModule,
  ErasureModule,
  FiguresModule,
  PoliciesModule,
];
