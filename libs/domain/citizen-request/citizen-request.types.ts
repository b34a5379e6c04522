import type { Instant } from '../calendar/index.js';

export const CITIZEN_REQUEST_KINDS = ['meeting', 'pause', 'otherCoordinator', 'somebodyLeaves'] as const;
export type CitizenRequestKind = (typeof CITIZEN_REQUEST_KINDS)[number];

export interface CitizenRequest {
  readonly requestId: string;
  readonly kind: CitizenRequestKind;
  readonly participantId: string | null;
  readonly madeAt: Instant;
  readonly deadline: Instant;
}

export interface CitizenRequestState {
  /** Requests that wait for an answer. */
  readonly citizenRequests: Readonly<Record<string, CitizenRequest>>;
  readonly answeredRequests: readonly string[];
}

export type CitizenRequestCommand =
  | {
      readonly type: 'makeRequest';
      readonly requestId: string;
      readonly kind: CitizenRequestKind;
      /** For `somebodyLeaves`: who. */
      readonly participantId: string | null;
      readonly words: string | null;
    }
  | {
      readonly type: 'answerRequest';
      readonly requestId: string;
      readonly answer: 'granted' | 'declined';
      readonly reason: string;
    };

export type CitizenRequestEvent =
  | {
      readonly type: 'requestMade';
      readonly requestId: string;
      readonly kind: CitizenRequestKind;
      readonly participantId: string | null;
      readonly words: string | null;
      readonly deadline: Instant;
    }
  | {
      readonly type: 'requestAnswered';
      readonly requestId: string;
      readonly kind: CitizenRequestKind;
      readonly answer: 'granted' | 'declined';
      readonly reason: string;
    }
  | {
      /** What was asked for has come about before anybody answered; it stands as granted. */
      readonly type: 'requestFulfilled';
      readonly requestId: string;
      readonly kind: CitizenRequestKind;
    };
