import { AccessLinkModule } from './access-link/access-link.module.js';
import { AccessLogModule } from './access-log/access-log.module.js';
import { AccessibilityModule } from './accessibility/accessibility.module.js';
import { AgreementsModule } from './agreements/agreements.module.js';
import { ConsentsModule } from './consents/consents.module.js';
import { DocumentsModule } from './documents/documents.module.js';
import { EndingModule } from './ending/ending.module.js';
import { FrontPageModule } from './front-page/front-page.module.js';
import { GatheringModule } from './gathering/gathering.module.js';
import { LanguageModule } from './language/language.module.js';
import { MailedModule } from './mailed/mailed.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { MyDataModule } from './my-data/my-data.module.js';
import { NotFoundModule } from './not-found/not-found.module.js';
import { PlanModule } from './plan/plan.module.js';
import { RequestsModule } from './requests/requests.module.js';
import { SessionModule } from './session/session.module.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { SignOutModule } from './sign-out/sign-out.module.js';
import { TasksModule } from './tasks/tasks.module.js';
import { VersionsModule } from './versions/versions.module.js';

/** One module per concern. What nobody else has comes last. */
export const PAGE_MODULES = [
  FrontPageModule,
  SignInModule,
  AccessLinkModule,
  MailedModule,
  SignOutModule,
  SessionModule,
  LanguageModule,
  AccessibilityModule,
  PlanModule,
  ConsentsModule,
  AccessLogModule,
  VersionsModule,
  AgreementsModule,
  MeetingsModule,
  GatheringModule,
  RequestsModule,
  EndingModule,
  TasksModule,
  DocumentsModule,
  MyDataModule,
  NotFoundModule,
];
