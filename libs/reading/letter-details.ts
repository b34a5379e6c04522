import type { PlanState } from '../domain/plan/plan.types.js';
import { LETTER_WORDS, type LetterDetail, type MailLanguage } from '../mail/index.js';
import type { PlanNotice } from '../notices/index.js';
import type { Queryable } from '../persistence/queryable.js';
import { VERSION_PART_KINDS, type VersionContent } from '../persistence/version-content.js';
import type { Vault } from '../persistence/vault.js';
import { type Addressee, addresseeOf } from '../record/read/addressees.read.js';
import { versionContent } from '../record/read/drafting.read.js';
import { meetingsOf } from '../record/read/meetings.read.js';
import { participantsOf } from '../record/read/participants.read.js';
import type { PlanSight } from './plan-sight.js';

interface LetterParts {
  readonly source: Queryable;
  readonly sight: PlanSight;
  readonly vault: Vault;
  readonly notice: PlanNotice;
  readonly participantId: string;
  readonly language: MailLanguage;
}

/**
 * What a letter tells its recipient of the plan itself, which lies in a closed envelope: of a meeting its place, its agenda and the
 * times that are proposed, of a version what it says, of the coordinator who it is. All of it as far as the gate opens it to the
 * recipient, and the reader sees it, at this moment; it is on the audit as handed to them.
 */
export async function letterDetails(parts: LetterParts): Promise<LetterDetail[]> {
  const { notice } = parts;
  if (notice.kind === 'meetingCancellation') return [];
  if (notice.kind === 'coordinatorNamed') return coordinatorDetails(parts);
  if (notice.meetingId !== null) return meetingDetails(parts, notice.meetingId);
  return notice.version === null ? [] : versionDetails(parts, notice.version);
}

async function coordinatorDetails({
  source,
  sight,
  vault,
  language,
  participantId,
}: LetterParts): Promise<LetterDetail[]> {
  const { coordinatorPersonId } = sight.state;
  if (coordinatorPersonId === null || !sight.mayHand(participantId, 'course')) return [];
  const coordinator = await addresseeOf(source, vault.contacts, coordinatorPersonId);
  if (coordinator === null) return [];
  return [{ heading: LETTER_WORDS[language].coordinator, lines: [reached(coordinator)] }];
}

function reached({ givenName, familyName, telephone }: Addressee): string {
  return [`${givenName} ${familyName}`, telephone].filter((one) => one !== null).join(', ');
}

async function meetingDetails(
  { source, sight, participantId, language }: LetterParts,
  meetingId: string,
): Promise<LetterDetail[]> {
  const meeting = (await meetingsOf(source, sight.state.planId)).find((one) => one.meetingId === meetingId);
  if (meeting === undefined || !sight.mayHand(participantId, 'course')) return [];
  const words = LETTER_WORDS[language];
  const times = meeting.status === 'proposed' ? meeting.options : [];
  const agenda = meeting.agenda ?? [];
  return [
    ...(times.length === 0
      ? []
      : [{ heading: words.times, lines: times.map(({ from, to }) => words.period(from, to)) }]),
    ...(sight.mayHand(participantId, 'appointments')
      ? [
          { heading: words.place, lines: [meeting.place] },
          ...(agenda.length > 0 ? [{ heading: words.agenda, lines: agenda }] : []),
        ]
      : []),
  ];
}

async function versionDetails(
  { source, sight, vault, participantId, language }: LetterParts,
  version: number,
): Promise<LetterDetail[]> {
  const content = await versionContent(source, sight.state.planId, version);
  if (content === null) return [];
  const names = await responsibleNames(source, vault, sight.state);
  return VERSION_PART_KINDS.flatMap((kind): LetterDetail[] => {
    if (!sight.mayHand(participantId, kind)) return [];
    const heading = LETTER_WORDS[language].parts[kind];
    const lines = kind === 'goals' ? goalLines(content, names, language) : [content.sections[kind] ?? ''];
    return lines.every((line) => line === '') ? [] : [{ heading, lines }];
  });
}

function goalLines(
  { goals, agreements }: VersionContent,
  names: ReadonlyMap<string, string>,
  language: MailLanguage,
): string[] {
  const { agreement: line, day } = LETTER_WORDS[language];
  return (goals ?? []).map(({ goalId, title }) =>
    [
      title,
      ...(agreements ?? [])
        .filter((agreement) => agreement.goalId === goalId)
        .map((one) => line(one.title, names.get(one.responsibleParticipantId) ?? '–', day(one.dueDate))),
    ].join('\n'),
  );
}

/** Those who are responsible, by the authority that they stand for, or by their own name. */
async function responsibleNames(
  source: Queryable,
  { contacts }: Vault,
  { planId }: PlanState,
): Promise<ReadonlyMap<string, string>> {
  const participants = await participantsOf(source, contacts, planId);
  return new Map(
    participants.map(({ participantId, organisationName, givenName, familyName }) => [
      participantId,
      organisationName ?? `${givenName ?? ''} ${familyName ?? ''}`.trim(),
    ]),
  );
}
