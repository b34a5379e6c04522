import type { Instant } from '../calendar/index.js';

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

/** Roles that stand for an authority or provider with plans of its own. */
export const PARTY_ROLES: readonly ParticipantRole[] = [
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
];

/** Roles that take part only as far as the citizen wishes. */
export const WISHED_ROLES: readonly ParticipantRole[] = ['relative', 'laySupporter'];

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
}

export interface ParticipantsState {
  readonly participants: Readonly<Record<string, Participant>>;
  /** The one whom the citizen chose and who stays when the coordinator changes. */
  readonly contactPersonId: string | null;
}

export type ParticipantCommand =
  | {
      readonly type: 'addParticipant';
      readonly participantId: string;
      readonly personId: string;
      readonly role: ParticipantRole;
      readonly organisationId: string | null;
      readonly channel: Channel;
      readonly wishedByCitizen: boolean;
    }
  | { readonly type: 'removeParticipant'; readonly participantId: string; readonly reason: string }
  | {
      readonly type: 'replaceParticipant';
      readonly participantId: string;
      readonly personId: string;
      readonly channel: Channel;
    }
  | { readonly type: 'changeChannel'; readonly participantId: string; readonly channel: Channel }
  | { readonly type: 'nameContactPerson'; readonly participantId: string };

export type ParticipantEvent =
  | {
      readonly type: 'participantAdded';
      readonly participantId: string;
      readonly personId: string;
      readonly role: ParticipantRole;
      readonly organisationId: string | null;
      readonly channel: Channel;
    }
  | { readonly type: 'participantRemoved'; readonly participantId: string; readonly reason: string }
  | {
      readonly type: 'participantReplaced';
      readonly participantId: string;
      readonly personId: string;
      readonly channel: Channel;
    }
  | { readonly type: 'channelChanged'; readonly participantId: string; readonly channel: Channel }
  | { readonly type: 'contactPersonNamed'; readonly participantId: string };
