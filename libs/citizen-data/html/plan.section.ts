import { writtenAddress } from '../../mail/mail-address.js';
import { endReasonOf } from '../../domain/plan/end-reason.js';
import type { PlanData } from '../../reading/citizen-data/citizen-data.types.js';
import type { FullPlan } from '../../reading/full-plan.js';
import * as codes from '../words/code-words.js';
import { danishDate, danishTime } from '../words/field-words.js';
import { consentSection } from './consent.section.js';
import { html, type Html } from './html.js';
import { meetingSection } from './meeting.section.js';
import type { Names } from './names.js';
import { facts, section, table, written } from './page-parts.js';
import { accessTable } from './person.section.js';
import { timelineTable } from './timeline.section.js';

/** One plan with everything that is kept of it. */
export function planSection(
  data: PlanData,
  names: Names,
  documentLink: (documentId: string) => string,
): Html {
  const { plan } = data;
  return section(2, `Plan ${plan.masterData?.number ?? ''}`, [
    masterData(plan, names),
    participants(plan),
    consentSection(plan, names),
    survey(data, names),
    meetingSection(plan, names),
    sections(data, names),
    goals(plan, names),
    versions(data, names),
    deliveries(plan, names),
    followUps(plan),
    wishes(plan),
    coordination(plan, names),
    documents(plan, names, documentLink),
    section(3, 'Beskeder om planen', noticesTable(data, names)),
    section(3, 'Hvad der er sket', timelineTable(data.timeline, names)),
    section(3, 'Hvem har set eller ændret planen', accessTable(data.accessLog)),
  ]);
}

function masterData({ masterData: told, phase, startedAt, endedAt }: FullPlan, names: Names): Html | null {
  if (told === null) return null;
  return section(
    3,
    'Stamoplysninger',
    facts([
      ['Grundlag', told.grounds.map((ground) => codes.GROUNDS[ground]).join('; ')],
      ['Forløb', codes.COURSE_TYPES[told.courseType]],
      ['Klynge', told.cluster],
      ['Kommune', told.municipalityCode],
      ['Afdeling', told.department],
      ['Organisation', told.organisationName],
      ['Koordinator', told.coordinatorPersonId === null ? null : names.person(told.coordinatorPersonId)],
      ['Kontaktperson', names.participant(told.contactPersonId)],
      ['Begyndt', danishTime(startedAt)],
      ['Afsluttet', endedAt === null ? null : danishTime(endedAt)],
      ['Hvorfor afsluttet', told.endReason === null ? null : codes.END_REASONS[told.endReason]],
      ['Hvor planen er nu', phase === null ? null : codes.PHASES[phase]],
      ['På pause på grund af', told.holdReason === null ? null : codes.HOLD_REASONS[told.holdReason]],
    ]),
  );
}

function participants({ participants: people }: FullPlan): Html {
  return section(
    3,
    'Deltagere',
    table(
      'Hvem der er med, eller har været det',
      ['Rolle', 'Navn', 'Organisation', 'Nås ved', 'Fra', 'Til'],
      (people ?? []).map((one) => [
        codes.ROLES[one.role],
        `${one.givenName ?? ''} ${one.familyName ?? ''}`.trim(),
        one.organisationName,
        [
          codes.CHANNELS[one.channel],
          one.email === null ? null : writtenAddress(one.email),
          one.telephone,
          one.address,
        ]
          .filter((part) => part !== null)
          .join(', '),
        danishTime(one.joinedAt),
        one.removedAt === null ? null : [danishTime(one.removedAt), written(one.removalReason)],
      ]),
    ),
  );
}

function survey({ plan, overlaps, moreOverlaps }: PlanData, names: Names): Html {
  return section(3, 'Afdækning: de planer, der findes', [
    table(
      'Hvem der er spurgt',
      ['Hvem', 'Spurgt', 'Frist', 'Svar', 'Begrundelse'],
      plan.gatheringRequests.map((one) => [
        names.participant(one.participantId),
        danishTime(one.requestedAt),
        danishTime(one.deadline),
        one.answer === null
          ? codes.GATHERING_STATUSES[one.status]
          : (codes.GATHERING_ANSWERS[one.answer] ?? null),
        one.reason,
      ]),
    ),
    table(
      'Parternes planer',
      ['Part', 'Plan', 'Mål', 'Indsatser'],
      plan.existingPlans.map(({ participantId, content }) => [
        names.participant(participantId),
        content.title,
        content.goals.map(({ text }) => text).join('; '),
        content.interventions.map(({ text }) => text).join('; '),
      ]),
    ),
    table(
      moreOverlaps ? 'Hvor planerne mødes (de tydeligste steder; der er flere)' : 'Hvor planerne mødes',
      ['Ord', 'Vurdering', 'Begrundelse'],
      overlaps.map(({ reason, decision, decisionReason }) => [
        reason.terms.join(', '),
        decision === null ? 'Ikke vurderet' : decision === 'confirmed' ? 'Passer' : 'Passer ikke',
        decisionReason,
      ]),
    ),
  ]);
}

function sections({ sectionRevisions }: PlanData, names: Names): Html {
  return section(
    3,
    'Planens afsnit, hver udgave',
    table(
      'Afsnit',
      ['Afsnit', 'Udgave', 'Hvornår', 'Skrevet af', 'Tekst'],
      sectionRevisions.map((one) => [
        codes.SECTIONS[one.section],
        one.revision,
        danishTime(one.at),
        names.person(one.authorPersonId),
        written(one.content),
      ]),
    ),
  );
}

function goals({ goals: all, agreements, keptShare }: FullPlan, names: Names): Html {
  return section(3, 'Mål og aftaler', [
    table(
      'Mål',
      ['Mål', 'Prioritet', 'Status', 'Bemærkning'],
      (all ?? []).map(({ title, priority, status, note }) => [
        written(title),
        priority,
        codes.GOAL_STATUSES[status],
        written(note),
      ]),
    ),
    table(
      'Aftaler',
      ['Aftale', 'Ansvarlig', 'Dato', 'Hvordan det gik', 'Begrundelse'],
      agreements.map(({ title, responsibleParticipantId, dueDate, outcome, reason }) => [
        written(title),
        names.participant(responsibleParticipantId),
        danishDate(dueDate),
        outcome === null ? 'Ikke afsluttet' : codes.AGREEMENT_OUTCOMES[outcome],
        written(reasonWords(reason)),
      ]),
    ),
    keptShare === null ? null : html`<p>Aftaler, der blev holdt: ${Math.round(keptShare * 100)} procent.</p>`,
  ]);
}

function versions({ plan, versionContents }: PlanData, names: Names): Html {
  const contents = new Map(versionContents.map(({ version, content }) => [version, content]));
  return section(
    3,
    'Versioner og godkendelser',
    table(
      'Den nyeste først',
      ['Version', 'Status', 'Sendt til godkendelse', 'Svar', 'Indhold'],
      plan.versions.map((one) => [
        one.version,
        [codes.VERSION_STATUSES[one.status], written(one.lockReason)],
        danishTime(one.submittedAt),
        one.approvals.map(
          ({ participantId, answer, reason, recordedBy, manner }) =>
            html`<p>
              ${names.participant(participantId)}:
              ${answer === null ? 'intet svar' : codes.APPROVAL_ANSWERS[answer]}${reason === null ? null : html` (${reason})`}${
                recordedBy === null ? null : html`, noteret af ${names.person(recordedBy)}`
              }${manner === null ? null : html` (${codes.CONSENT_MANNERS[manner]})`}
            </p>`,
        ),
        Object.entries(contents.get(one.version)?.sections ?? {}).map(
          ([name, text]) =>
            html`<p><strong>${(codes.SECTIONS as Readonly<Record<string, string>>)[name] ?? name}</strong></p>
              ${written(text)}`,
        ),
      ]),
    ),
  );
}

function deliveries({ deliveries: all }: FullPlan, names: Names): Html {
  return section(
    3,
    'Udsendelser',
    table(
      'Hvem der har fået planen',
      ['Version', 'Til', 'Oplysninger', 'Hvordan', 'Forløb'],
      all.map(({ version, participantId, kinds, channel, events }) => [
        version,
        names.participant(participantId),
        names.kinds(kinds),
        codes.CHANNELS[channel],
        events.map(
          ({ at, status, note }) =>
            html`<p>
              ${danishTime(at)}:
              ${codes.DELIVERY_STATUSES[status]}${note === null ? null : html` (${codes.DELIVERY_NOTES[note] ?? note})`}
            </p>`,
        ),
      ]),
    ),
  );
}

function followUps({ followUp, followUps: all }: FullPlan): Html {
  const next = followUp?.nextOn ?? null;
  return section(3, 'Opfølgning', [
    followUp === null
      ? null
      : html`<p>
          Planen følges op med ${followUp.intervalMonths} måneders mellemrum.
          ${next === null ? null : `Næste gang senest ${danishDate(next)}.`}
        </p>`,
    table(
      'Opfølgninger',
      ['Dato', 'Begyndt', 'Lukket', 'Resultat', 'Næste gang', 'Bemærkning', 'Hvorfor uden møde'],
      (all ?? []).map((one) => [
        danishDate(one.dueOn),
        danishTime(one.openedAt),
        one.closedAt === null ? null : danishTime(one.closedAt),
        one.outcome === null ? null : codes.FOLLOW_UP_OUTCOMES[one.outcome],
        one.nextOn === null ? null : danishDate(one.nextOn),
        written(one.note),
        written(one.withoutMeetingReason),
      ]),
    ),
  ]);
}

function wishes({ citizenRequests }: FullPlan): Html {
  return section(
    3,
    'Dine ønsker',
    table(
      'Hvad du har bedt om',
      ['Ønske', 'Med dine ord', 'Hvornår', 'Svar', 'Begrundelse'],
      (citizenRequests ?? []).map(({ kind, words, madeAt, answer, reason }) => [
        codes.REQUEST_KINDS[kind],
        written(words),
        danishTime(madeAt),
        answer === null ? 'Intet svar' : codes.REQUEST_ANSWERS[answer],
        written(reason),
      ]),
    ),
  );
}

function coordination({ handover, tasks }: FullPlan, names: Names): Html {
  return section(3, 'Koordinator og opgaver', [
    table(
      'Koordinatorer',
      ['Hvem', 'Fra', 'Til'],
      (handover?.coordinators ?? []).map(({ personId, since, until }) => [
        names.person(personId),
        danishTime(since),
        until === null ? null : danishTime(until),
      ]),
    ),
    table(
      'Forslag om en ny koordinator',
      ['Hvem', 'Hvornår', 'Begrundelse', 'Svar'],
      (handover?.handovers ?? []).map(({ successorPersonId, proposedAt, reason, outcome, outcomeReason }) => [
        names.person(successorPersonId),
        danishTime(proposedAt),
        written(reason),
        [outcome === null ? 'Intet svar' : codes.HANDOVER_OUTCOMES[outcome], written(outcomeReason)],
      ]),
    ),
    table(
      'Opgaver til koordinatoren',
      ['Opgave', 'Om', 'Stillet', 'Lukket', 'Bemærkning'],
      (tasks ?? []).map(({ kind, participantId, raisedAt, closedAt, note }) => [
        codes.TASK_KINDS[kind],
        names.participant(participantId),
        danishTime(raisedAt),
        closedAt === null ? null : danishTime(closedAt),
        written(note),
      ]),
    ),
  ]);
}

function documents({ documents: all }: FullPlan, names: Names, link: (documentId: string) => string): Html {
  return section(
    3,
    'Dokumenter',
    table(
      'Hvert dokument hentes for sig',
      ['Dokument', 'Type', 'Bytes', 'Fra', 'Lagt op'],
      all.map((one) => [
        html`<a href="${link(one.documentId)}">${one.fileName}</a>`,
        one.mediaType,
        one.byteSize,
        names.participant(one.participantId),
        danishTime(one.uploadedAt),
      ]),
    ),
  );
}

function noticesTable({ notices }: PlanData, names: Names): Html {
  return table(
    'Beskederne selv nævner hverken dig eller planen',
    ['Hvornår', 'Hvad', 'Til', 'Hvordan det gik'],
    notices.map(({ kind, recipient, participantId, status, madeAt, sentAt }) => [
      danishTime(sentAt ?? madeAt),
      codes.NOTICE_KINDS[kind],
      recipient === 'participant'
        ? names.participant(participantId)
        : `${codes.NOTICE_RECIPIENTS[recipient]} ${names.participant(participantId)}`.trim(),
      codes.NOTICE_STATUSES[status] ?? status,
    ]),
  );
}

/** What somebody wrote of how an agreement went; or that the course ended, and why. */
function reasonWords(reason: string | null): string | null {
  const ended = endReasonOf(reason);
  return ended === null ? reason : `Forløbet sluttede (${codes.END_REASONS[ended].toLowerCase()})`;
}
