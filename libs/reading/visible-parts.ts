import type { InformationKind } from '../domain/consent/consent.types.js';
import { tellsHowReached } from '../domain/disclosure/protected-contact.js';
import type { VersionContent } from '../persistence/version-content.js';
import type { ConsentAttemptView, ConsentView, StatutoryBasisView } from '../record/read/consents.read.js';
import type { DocumentView } from '../record/read/documents.read.js';
import type { AgreementView, VersionView } from '../record/read/drafting.read.js';
import type { ExistingPlanView } from '../record/read/gathering.read.js';
import type { MeetingView } from '../record/read/meetings.read.js';
import type { ParticipantRow, ParticipantView } from '../record/read/participants.read.js';
import type { TaskView } from '../record/read/tasks.read.js';
import type { PlanSight } from './plan-sight.js';

/** The ledger of consents as far as the reader may see it. */
export interface VisibleConsents {
  readonly grants: readonly ConsentView[];
  readonly attempts: readonly ConsentAttemptView[];
  readonly bases: readonly StatutoryBasisView[];
}

/** A meeting whose place may be kept back. */
export type VisibleMeeting = Omit<MeetingView, 'place'> & { readonly place: string | null };

/** A document of the plan at hand. */
export type VisibleDocument = Omit<DocumentView, 'planId'>;

/** Parts about participants: all of them for who sees the kind, else only the actor's own. */
export function ownOr<T extends { readonly participantId: string | null }>(
  sight: PlanSight,
  seesAll: boolean,
  rows: readonly T[],
): T[] {
  return rows.filter(({ participantId }) => seesAll || sight.isOwn(participantId));
}

/** Participants without what the actor need not have: contact details, protected names, reasons for leaving. */
export function visibleParticipants(sight: PlanSight, rows: readonly ParticipantRow[]): ParticipantView[] {
  const treats = sight.roles.includes('representative');
  return rows.map(({ signsIn, showsRegister: _, ...row }) => {
    const own = sight.isOwn(row.participantId);
    const all = sight.whole || own;
    const told = sight.whole ? tellsHowReached({ ...row, signsIn }) : !row.protectedIdentity;
    const contact = own || (sight.may('contactDetails') && told);
    // An authority has to know whom it treats (the citizen), though not where they live.
    const named = all || !row.protectedIdentity || (treats && row.role === 'citizen');
    return {
      ...row,
      removalReason: sight.whole ? row.removalReason : null,
      givenName: named ? row.givenName : null,
      familyName: named ? row.familyName : null,
      email: contact ? row.email : null,
      telephone: contact ? row.telephone : null,
      address: contact ? row.address : null,
    };
  });
}

/** Consents and bases: the whole ledger, or what concerns the actor. */
export function visibleConsents(
  sight: PlanSight,
  grants: readonly ConsentView[],
  attempts: readonly ConsentAttemptView[],
  bases: readonly StatutoryBasisView[],
): VisibleConsents {
  return {
    grants: ownOr(sight, sight.whole, grants),
    attempts: sight.whole ? attempts : [],
    bases: ownOr(sight, sight.whole, bases),
  };
}

/** The parties' own plans: all of them, those of the sources that the citizen named, or the actor's own. */
export function visibleExistingPlans(
  sight: PlanSight,
  rows: readonly ExistingPlanView[],
): ExistingPlanView[] {
  return rows.filter(({ participantId }) => sight.mayFrom(participantId) || sight.isOwn(participantId));
}

/**
 * Meetings, as the consent form says it. Whoever knows of the course may know their times; place and agenda are calendar
 * appointments, the agenda for those invited; who else is asked or came is master data; minutes and reasons are for those who
 * may see the goals.
 */
export function visibleMeetings(sight: PlanSight, rows: readonly MeetingView[]): VisibleMeeting[] {
  const others = sight.may('masterData');
  const appointments = sight.may('appointments');
  return rows.map((row) => {
    const invited = row.invitations.some(
      ({ participantId, withdrawnAt }) => sight.isOwn(participantId) && withdrawnAt === null,
    );
    const minutes = sight.whole || (invited && sight.may('goals'));
    return {
      ...row,
      place: appointments ? row.place : null,
      agenda: sight.whole || (invited && appointments) ? row.agenda : null,
      agendaSentAt: sight.whole || (invited && appointments) ? row.agendaSentAt : null,
      minutes: minutes ? row.minutes : null,
      minutesRecordedAt: minutes ? row.minutesRecordedAt : null,
      changeReason: sight.whole ? row.changeReason : null,
      withoutCitizenReason: sight.whole ? row.withoutCitizenReason : null,
      missingRoles: sight.whole ? row.missingRoles : null,
      chairParticipantId: others || sight.isOwn(row.chairParticipantId) ? row.chairParticipantId : null,
      optionAnswers: ownOr(sight, others, row.optionAnswers),
      invitations: ownOr(sight, others, row.invitations),
      attendance: ownOr(sight, others, row.attendance),
    };
  });
}

/** Agreements: with the goals, or those that the actor is responsible for. */
export function visibleAgreements(sight: PlanSight, rows: readonly AgreementView[]): AgreementView[] {
  return rows.filter(
    ({ responsibleParticipantId }) => sight.may('goals') || sight.isOwn(responsibleParticipantId),
  );
}

/** Versions with answers: everyone's, or the actor's own. */
export function visibleVersions(sight: PlanSight, rows: readonly VersionView[]): VersionView[] {
  return rows.map((row) => ({
    ...row,
    lockReason: sight.whole ? row.lockReason : null,
    gaps: sight.whole ? row.gaps : [],
    approvals: ownOr(sight, sight.whole, row.approvals),
  }));
}

/** A version's content, section by section as far as the actor may see each. */
export function visibleContent(
  sight: PlanSight,
  { sections, goals, agreements }: VersionContent,
): VersionContent {
  const entries = Object.entries(sections).filter(([section]) => sight.may(section as InformationKind));
  return {
    sections: Object.fromEntries(entries),
    goals: sight.may('goals') ? goals : null,
    agreements: sight.may('goals') ? agreements : null,
  };
}

/** Tasks; what was noted on them is for the coordination. */
export function visibleTasks(sight: PlanSight, rows: readonly TaskView[]): TaskView[] {
  return rows.map((row) => (sight.whole ? row : { ...row, note: null }));
}

/** Documents: by the kind of information that each holds, or those of the actor's own party. */
export function visibleDocuments(sight: PlanSight, rows: readonly DocumentView[]): VisibleDocument[] {
  return rows
    .filter(
      ({ kind, participantId }) => mayDocument(sight, kind, participantId) || sight.isOwn(participantId),
    )
    .map(({ planId: _, ...row }) => row);
}

function mayDocument(sight: PlanSight, kind: InformationKind, participantId: string): boolean {
  return kind === 'existingPlans' ? sight.mayFrom(participantId) : sight.may(kind);
}
