import type { Instant } from '../calendar/index.js';
import type { Hold } from '../plan/plan.types.js';
import type { NamesWorker } from '../register/workplace.js';

/** The role in which somebody takes part (domain words; Danish on screen). */
export const PARTICIPANT_ROLES = [
  'citizen',
  'custodyHolder',
  'regionalPsychiatry',
  'municipality',
  'socialPsychiatry',
  'housingSupport',
  'substanceTreatment',
  'jobCentre',
  'gp',
  'probation',
  'school',
  'educationalPsychology',
  'otherAuthority',
  'relative',
  'laySupporter',
  'guardian',
] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

/** What a role needs of whoever takes part in it. */
export interface RoleTerms {
  /**
   * For whom they take part: an authority or provider, to which consent is given and for which another colleague can
   * answer, or themself alone, whom no colleague and nobody else stands for.
   */
  readonly takesPartFor: 'organisation' | 'themself';
  /** Only as far as the citizen wishes. */
  readonly asWished: boolean;
  /** Only until the citizen comes of age. */
  readonly untilOfAge: boolean;
}

const party: RoleTerms = { takesPartFor: 'organisation', asWished: false, untilOfAge: false };
const person: RoleTerms = { takesPartFor: 'themself', asWished: false, untilOfAge: false };

/** What each role needs, in one table. */
export const ROLE_TERMS: Readonly<Record<ParticipantRole, RoleTerms>> = {
  citizen: person,
  custodyHolder: { ...person, untilOfAge: true },
  regionalPsychiatry: party,
  municipality: party,
  socialPsychiatry: party,
  housingSupport: party,
  substanceTreatment: party,
  jobCentre: party,
  gp: party,
  probation: party,
  school: party,
  educationalPsychology: party,
  otherAuthority: party,
  relative: { ...person, asWished: true },
  laySupporter: { ...person, asWished: true },
  guardian: person,
};

/** Roles that stand for an authority or provider with plans of its own. */
export const PARTY_ROLES: readonly ParticipantRole[] = PARTICIPANT_ROLES.filter(
  (role) => ROLE_TERMS[role].takesPartFor === 'organisation',
);

/** How somebody can be reached. Only mail is sent by the machine; the others are work for a person. */
export const CHANNELS = ['mail', 'letter', 'telephone', 'inPerson'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The citizen takes part under this fixed id in every plan. */
export const CITIZEN = 'citizen';

export interface Participant {
  readonly participantId: string;
  readonly personId: string;
  readonly role: ParticipantRole;
  readonly organisationId: string | null;
  readonly channel: Channel;
  readonly joinedAt: Instant;
  readonly removedAt: Instant | null;
  /** When nobody answered for an authority, since who did worked there no more; absent if there was always somebody. */
  readonly vacancies?: readonly Hold[];
}

export interface ParticipantsState {
  readonly participants: Readonly<Record<string, Participant>>;
  /** The one whom the citizen chose and who stays when the coordinator changes. */
  readonly contactPersonId: string | null;
  /** Participants of whom the plan does not show what the register has; not in states of before version 0.3. */
  readonly notShown?: readonly string[];
}

export type ParticipantCommand =
  | ({
      readonly type: 'addParticipant';
      readonly participantId: string;
      readonly personId: string;
      readonly role: ParticipantRole;
      /** The organisation that the person takes part for; null for the one in which they work. */
      readonly organisationId: string | null;
      readonly channel: Channel;
      readonly wishedByCitizen: boolean;
      /** Whether a register says that they hold custody of the citizen, or are their guardian; looked up by the record. */
      readonly inRegister?: boolean;
      /** Whether the register knew them before, by others than this plan's people; looked up by the record. */
      readonly knownElsewhere?: boolean;
    } & NamesWorker)
  | { readonly type: 'removeParticipant'; readonly participantId: string; readonly reason: string }
  | ({
      readonly type: 'replaceParticipant';
      readonly participantId: string;
      readonly personId: string;
      readonly channel: Channel;
    } & NamesWorker)
  | { readonly type: 'changeChannel'; readonly participantId: string; readonly channel: Channel }
  | { readonly type: 'showRegisterDetails'; readonly participantId: string }
  | { readonly type: 'nameContactPerson'; readonly participantId: string };

export type ParticipantEvent =
  | {
      readonly type: 'participantAdded';
      readonly participantId: string;
      readonly personId: string;
      readonly role: ParticipantRole;
      readonly organisationId: string | null;
      readonly channel: Channel;
      /** Known to the register by others: until they say yes the plan shows of them what its own people wrote. */
      readonly knownElsewhere?: boolean;
    }
  /** They said that the plan may show of them what the register has. */
  | { readonly type: 'registerDetailsShown'; readonly participantId: string }
  | {
      readonly type: 'participantRemoved';
      readonly participantId: string;
      readonly reason: string;
      /** Whether they left by their own word; not in events of before version 0.3. */
      readonly byThemself?: boolean;
    }
  | {
      /** Whoever answered for an authority works there no more, by the register. */
      readonly type: 'representativeLeft';
      readonly participantId: string;
      readonly personId: string;
    }
  | {
      /** They work there again, before anybody else was named. */
      readonly type: 'representativeReturned';
      readonly participantId: string;
      readonly personId: string;
    }
  | {
      readonly type: 'participantReplaced';
      readonly participantId: string;
      readonly personId: string;
      readonly channel: Channel;
      /** Whose place it was; not in events of before version 0.3. */
      readonly formerPersonId?: string;
    }
  | { readonly type: 'channelChanged'; readonly participantId: string; readonly channel: Channel }
  | { readonly type: 'contactPersonNamed'; readonly participantId: string };
