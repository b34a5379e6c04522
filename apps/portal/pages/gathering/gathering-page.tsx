import type { VNode } from 'preact';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { Gathered, PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { GatheringRequestView } from '../../../../libs/record/read/gathering.read.js';
import type { ParticipantView } from '../../../../libs/record/read/participants.read.js';
import type { FormState } from '../../forms/form-fields.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Facts } from '../../plan/facts.js';
import { Names } from '../../plan/names.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section } from '../../plan/section.js';
import { Table } from '../../plan/table.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { GatheringForm } from './gathering-form.js';
import { GATHERING_WORDS } from './gathering.words.js';
import { askedParty, newestRequest } from './own-request.js';

interface PageParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly shown: PlanPart<Gathered>;
  readonly form: FormState;
  readonly done: string | null;
}

/** Who was asked for existing plans; and the answer of the reader's own party. */
export function GatheringPage({ visit, shown, form, done }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = GATHERING_WORDS[language];
  const party = askedParty(head, part.requests);
  const request = party === null ? undefined : newestRequest(part.requests, party.participantId);
  return (
    <PlanLayout
      visit={visit}
      head={head}
      page="gathering"
      title={words.title}
      problems={form.problems}
      done={done}
    >
      <p class="font-lead">{words.lead}</p>
      {!head.whole && party === null ? <p>{words.notAsked}</p> : null}
      {party === null || request === undefined ? null : (
        <OwnPart visit={visit} shown={shown} form={form} party={party} request={request} />
      )}
      {head.whole ? <Asked visit={visit} head={head} requests={part.requests} /> : null}
      <Told visit={visit} shown={shown} />
    </PlanLayout>
  );
}

interface OwnParts extends Omit<PageParts, 'done'> {
  readonly party: ParticipantView;
  readonly request: GatheringRequestView;
}

function OwnPart({ visit, shown, form, party, request }: OwnParts): VNode {
  const words = GATHERING_WORDS[visit.language];
  const entry = (
    <GatheringForm visit={visit} head={shown.head} form={form} party={party} deadline={request.deadline} />
  );
  if (request.status !== 'answered') return entry;
  return (
    <Section id="answered" heading={words.answered}>
      <p>{words.answeredText}</p>
      <details class="past" open={form.problems.length > 0}>
        <summary>{words.answerAgain}</summary>
        {entry}
      </details>
    </Section>
  );
}

interface AskedParts {
  readonly visit: Visit;
  readonly head: PlanHead;
  readonly requests: readonly GatheringRequestView[];
}

function Asked({ visit, head, requests }: AskedParts): VNode {
  const { language } = visit;
  const words = GATHERING_WORDS[language];
  const codes = CODE_WORDS[language];
  const names = new Names(head, language);
  return (
    <Section id="asked" heading={words.asked}>
      {requests.length === 0 ? (
        <p>{words.nobody}</p>
      ) : (
        <Table
          caption={words.asked}
          columns={[words.who, words.status, words.until, words.answer]}
          rows={requests.map(({ participantId, round, status, deadline, answer, reason }) => ({
            key: `${participantId} ${round}`,
            cells: [
              names.participantInFull(participantId),
              codes.gatheringStatuses[status],
              DATES[language].lastDay(deadline),
              answer === null
                ? '–'
                : [codes.gatheringAnswers[answer] ?? answer, reason].filter((one) => one !== null).join(': '),
            ],
          }))}
        />
      )}
    </Section>
  );
}

/** What parties told, as far as the reader may see it; the own party's in any case. */
function Told({ visit, shown }: Pick<PageParts, 'visit' | 'shown'>): VNode | null {
  const { language } = visit;
  const { head, part } = shown;
  const words = GATHERING_WORDS[language];
  const names = new Names(head, language);
  const documents = part.documents.filter(({ kind }) => kind === 'existingPlans');
  if (part.existingPlans.length + documents.length === 0) return null;
  return (
    <Section id="told" heading={head.whole ? CODE_WORDS[language].headings.existingPlans : words.yourPlans}>
      {part.existingPlans.map(({ participantId, content }) => (
        <article key={`${participantId} ${content.id}`} class="goal">
          <h3 class="h4">{content.title}</h3>
          <Facts
            facts={[
              [words.who, names.participantInFull(participantId)],
              [words.goals, content.goals.map(({ text }) => text).join('. ')],
              [words.interventions, content.interventions.map(({ text }) => text).join('. ')],
            ]}
          />
        </article>
      ))}
      {documents.length === 0 ? null : (
        <ul class="nobullet-list">
          {documents.map(({ documentId, fileName, replacedAt }) => (
            <li key={documentId}>
              <a href={`/plans/${head.planId}/documents/${documentId}`} download>
                {words.download(fileName)}
              </a>
              {replacedAt === null ? null : words.replaced(DATES[language].day(replacedAt))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
