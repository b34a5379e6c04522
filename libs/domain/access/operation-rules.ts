import type { InformationKind } from '../consent/consent.types.js';
import { WHOLE_ROLES } from '../disclosure/sight.js';
import type { ClientScope, OrganisationRole } from '../plan/actor.js';
import { COMMAND_RULES } from '../plan/command-rules.js';
import type { CommandType } from '../plan/plan.types.js';
import { PLAN_ROLES, type PlanRole } from '../plan/rights.js';

/** Operations that read one plan, or put something beside its events. */
export type PlanOperation =
  | 'getPlan'
  | 'getTimeline'
  | 'getPlanPolicy'
  | 'listParticipants'
  | 'listConsents'
  | 'listConfirmations'
  | 'listGatheringRequests'
  | 'listExistingPlans'
  | 'listOverlaps'
  | 'listMeetings'
  | 'listSections'
  | 'getSection'
  | 'listGoals'
  | 'listAgreements'
  | 'listVersions'
  | 'getVersion'
  | 'listDeliveries'
  | 'listFollowUps'
  | 'listCitizenRequests'
  | 'getHandover'
  | 'listTasks'
  | 'getLetter'
  | 'listDocuments'
  | 'getDocument'
  | 'uploadDocument'
  | 'listAccessLinks'
  | 'giveAccessLink'
  | 'revokeAccessLink'
  | 'getAccessLog'
  | 'getWithdrawalEffects'
  | 'getEndEffects'
  | 'previewConsentForm'
  | 'getConsentForm';

/** Operations beside the plans: lists over all of them, the register. */
export type GeneralOperation =
  | 'listPlans'
  | 'listMyTasks'
  | 'listMyAwaited'
  | 'getDefaultPolicy'
  | 'registerCitizen'
  | 'registerPerson'
  | 'setSignIn'
  | 'listPeople'
  | 'registerOrganisation'
  | 'listOrganisations'
  | 'registerMachineClient'
  | 'endMachineClient'
  | 'listMachineClients'
  | 'getSignedIn'
  | 'getPerson'
  | 'listPersonRevisions'
  | 'correctPerson'
  | 'correctCitizenNumber'
  | 'recordDeath'
  | 'correctOrganisation'
  | 'listOrganisationRevisions'
  | 'getCitizenData'
  | 'holdBackErasure'
  | 'releaseErasure'
  | 'listErasureHolds'
  | 'getFigures'
  | 'listConsentWordings'
  | 'searchAudit'
  | 'exportAudit';

/** Operations that tell how the system is, to anybody. */
export type PublicOperation = 'getLiveness' | 'getReadiness';

export type Operation = CommandType | PlanOperation | GeneralOperation | PublicOperation;

/**
 * Whether an operation opens or ends so much that a person must have signed in a short while ago (`SIGN_IN_ANEW_MINUTES`). A
 * machine signs in for itself each time, and is held by its scopes; a link opens no such operation.
 */
interface AnewRule {
  readonly anew?: boolean;
}

/** Who may use an operation. */
export type OperationRule =
  /** Anybody, without signing in. */
  | { readonly to: 'anybody'; readonly anew?: false }
  /** Who has one of these roles in the plan, or may see this kind of information of it. */
  | ({ readonly to: 'plan'; readonly by: readonly PlanRole[]; readonly kind?: InformationKind } & AnewRule)
  /** Who may give the command: `COMMAND_RULES` says so, asked under the plan's lock. */
  | ({ readonly to: 'command'; readonly by: readonly PlanRole[] } & AnewRule)
  /**
   * Whoever is signed in, or only with one of these roles in an organisation; and a machine that has this scope. A rule
   * without a scope lets no machine in.
   */
  | ({
      readonly to: 'signedIn';
      readonly by?: readonly OrganisationRole[];
      readonly scope?: ClientScope;
    } & AnewRule);

/** Everybody who may know of the plan; what is shown of it is for the gate to say. */
const KNOWING: readonly PlanRole[] = PLAN_ROLES.filter((role) => role !== 'process');
const WHOLE: readonly PlanRole[] = WHOLE_ROLES;
const COORDINATION: readonly PlanRole[] = ['coordinator', 'deputy'];
const LEADING: readonly PlanRole[] = [...WHOLE, 'teamLeader'];

const STAFF: readonly OrganisationRole[] = ['practitioner', 'coordinator', 'teamLeader', 'administrator'];

const toKnowing: OperationRule = { to: 'plan', by: KNOWING };
const toWhole: OperationRule = { to: 'plan', by: WHOLE };
const toLeading: OperationRule = { to: 'plan', by: LEADING };
const withKind = (kind: InformationKind): OperationRule => ({ to: 'plan', by: WHOLE, kind });

const COMMANDS = Object.fromEntries(
  (Object.keys(COMMAND_RULES) as CommandType[]).map((type) => [
    type,
    { to: 'command', by: COMMAND_RULES[type].by, anew: COMMAND_RULES[type].anew } satisfies OperationRule,
  ]),
) as Record<CommandType, OperationRule>;

/** One declarative table of who may use which operation. What is not here nobody may use. */
export const OPERATION_RULES: Readonly<Record<Operation, OperationRule>> = {
  ...COMMANDS,
  // A start makes the plan that the roles of others are about.
  startPlan: { to: 'signedIn', by: ['practitioner', 'coordinator', 'teamLeader'] },

  getPlan: toKnowing,
  getTimeline: toWhole,
  getPlanPolicy: toLeading,
  listParticipants: { to: 'plan', by: LEADING, kind: 'masterData' },
  listConsents: toKnowing,
  listConfirmations: toLeading,
  listGatheringRequests: toKnowing,
  listExistingPlans: toKnowing,
  listOverlaps: withKind('existingPlans'),
  listMeetings: toKnowing,
  listSections: toKnowing,
  getSection: toKnowing,
  listGoals: withKind('goals'),
  listAgreements: toKnowing,
  listVersions: toKnowing,
  getVersion: toKnowing,
  listDeliveries: toKnowing,
  listFollowUps: withKind('followUp'),
  listCitizenRequests: toLeading,
  getHandover: { to: 'plan', by: [...LEADING, 'successor'] },
  listTasks: toLeading,
  getLetter: toLeading,
  listDocuments: toKnowing,
  getDocument: toKnowing,
  uploadDocument: toKnowing,
  listAccessLinks: toWhole,
  giveAccessLink: { to: 'plan', by: COORDINATION, anew: true },
  revokeAccessLink: toWhole,
  getWithdrawalEffects: toWhole,
  getEndEffects: toLeading,
  previewConsentForm: { to: 'plan', by: [...WHOLE, 'representative'] },
  getConsentForm: toKnowing,
  getAccessLog: { to: 'plan', by: ['citizen', 'custodyHolder'] },

  listPlans: { to: 'signedIn' },
  listMyTasks: { to: 'signedIn' },
  listMyAwaited: { to: 'signedIn' },
  getDefaultPolicy: { to: 'signedIn' },
  registerCitizen: { to: 'signedIn', by: STAFF, scope: 'register.write' },
  registerPerson: { to: 'signedIn', by: STAFF, scope: 'register.write', anew: true },
  setSignIn: { to: 'signedIn', by: ['teamLeader', 'administrator'], anew: true },
  listPeople: { to: 'signedIn', by: STAFF, scope: 'register.read' },
  registerOrganisation: { to: 'signedIn', by: ['administrator'], anew: true },
  listOrganisations: { to: 'signedIn', by: STAFF, scope: 'register.read' },
  registerMachineClient: { to: 'signedIn', by: ['administrator'], anew: true },
  endMachineClient: { to: 'signedIn', by: ['administrator'], anew: true },
  listMachineClients: { to: 'signedIn', by: ['administrator'] },
  getSignedIn: { to: 'signedIn' },
  // What somebody may correct, and so see, follows from what they are to the person: `correction.rules.ts` says so.
  getPerson: { to: 'signedIn' },
  listPersonRevisions: { to: 'signedIn' },
  correctPerson: { to: 'signedIn', anew: true },
  correctCitizenNumber: { to: 'signedIn', by: ['administrator'], anew: true },
  recordDeath: { to: 'signedIn', by: STAFF, anew: true },
  correctOrganisation: { to: 'signedIn', by: ['teamLeader', 'administrator'], anew: true },
  listOrganisationRevisions: { to: 'signedIn', by: ['teamLeader', 'administrator'] },
  // Of oneself, and of a child by who holds custody.
  getCitizenData: { to: 'signedIn', anew: true },
  holdBackErasure: { to: 'signedIn', by: ['administrator'], anew: true },
  releaseErasure: { to: 'signedIn', by: ['administrator'], anew: true },
  listErasureHolds: { to: 'signedIn', by: ['administrator'] },
  getFigures: { to: 'signedIn', by: ['programmeLead'] },

  listConsentWordings: { to: 'signedIn' },
  searchAudit: { to: 'signedIn', by: ['auditor'] },
  exportAudit: { to: 'signedIn', by: ['auditor'], anew: true },

  getLiveness: { to: 'anybody' },
  getReadiness: { to: 'anybody' },
};
