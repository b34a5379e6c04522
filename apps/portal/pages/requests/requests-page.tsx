import type { VNode } from 'preact';
import { CITIZEN_REQUEST_KINDS } from '../../../../libs/domain/citizen-request/citizen-request.types.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { CitizenRequestView } from '../../../../libs/record/read/citizen-requests.read.js';
import { ChoiceField } from '../../forms/choice-field.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { SelectField } from '../../forms/select-field.js';
import { SendButton } from '../../forms/send-button.js';
import { TextField } from '../../forms/text-field.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Facts } from '../../plan/facts.js';
import { Names } from '../../plan/names.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section } from '../../plan/section.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { mayEndCourse } from '../ending/ending-page.js';
import { ENDING_WORDS } from '../ending/ending.words.js';
import { REQUEST_WORDS } from './requests.words.js';

interface PageParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly shown: PlanPart<readonly CitizenRequestView[]>;
  readonly form: FormState;
  readonly done: string | null;
}

/** What the citizen asked for, with the answers; and a new wish. */
export function RequestsPage({ visit, shown, form, done }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = REQUEST_WORDS[language];
  return (
    <PlanLayout
      visit={visit}
      head={head}
      page="requests"
      title={words.title}
      problems={form.problems}
      done={done}
    >
      <p class="font-lead">{words.lead}</p>
      {part.length === 0 ? <p>{words.none}</p> : null}
      <ul class="plan-list nobullet-list no-max-width">
        {part.map((request) => (
          <li key={request.requestId} class="plan-card">
            <h2 class="h4">{CODE_WORDS[language].requestKinds[request.kind]}</h2>
            <RequestFacts visit={visit} head={head} request={request} />
            {mayAnswer(head, request) ? (
              <p>
                <a href={`/plans/${head.planId}/requests/${request.requestId}`}>{words.reply}</a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {mayEndCourse(head) ? (
        <p>
          <a href={`/plans/${head.planId}/ending`}>{ENDING_WORDS[language].link}</a>
        </p>
      ) : null}
      {head.whole && head.endedAt === null ? <NewRequest visit={visit} head={head} form={form} /> : null}
    </PlanLayout>
  );
}

interface FactsParts {
  readonly visit: Visit;
  readonly head: PlanHead;
  readonly request: CitizenRequestView;
}

function RequestFacts({ visit, head, request }: FactsParts): VNode {
  const { language } = visit;
  const words = REQUEST_WORDS[language];
  const dates = DATES[language];
  const { participantId, madeAt, deadline, words: own, answer } = request;
  return (
    <Facts
      facts={[
        [words.made, dates.day(madeAt)],
        [
          words.about,
          participantId === null ? null : new Names(head, language).participantInFull(participantId),
        ],
        [words.words, own],
        [words.until, answer === null && request.lapsedAt === null ? dates.lastDay(deadline) : null],
        [words.answer, answerWords(visit, request)],
      ]}
    />
  );
}

function answerWords({ language }: Visit, { answer, reason, lapsedAt }: CitizenRequestView): string {
  const words = REQUEST_WORDS[language];
  if (answer !== null) {
    return `${CODE_WORDS[language].requestAnswers[answer]}. ${reason ?? words.fulfilled}`;
  }
  return lapsedAt === null ? words.waits : words.lapsed;
}

/** Whether the reader answers wishes, and this one waits. The rules say so again when an answer comes. */
export function mayAnswer({ roles, endedAt }: PlanHead, { answer, lapsedAt }: CitizenRequestView): boolean {
  const answers = roles.some((role) => role === 'coordinator' || role === 'deputy' || role === 'teamLeader');
  return answers && answer === null && lapsedAt === null && endedAt === null;
}

function NewRequest({
  visit,
  head,
  form,
}: Pick<PageParts, 'visit' | 'form'> & { readonly head: PlanHead }): VNode {
  const { language } = visit;
  const words = REQUEST_WORDS[language].form;
  const names = new Names(head, language);
  const others = head.participants.filter(({ role, removedAt }) => role !== 'citizen' && removedAt === null);
  return (
    <Section id="new-request" heading={words.heading}>
      <PostForm visitor={visit.visitor} action={`/plans/${head.planId}/requests`}>
        <ChoiceField
          form={form}
          name="kind"
          label={words.question}
          choices={CITIZEN_REQUEST_KINDS.map((kind) => ({
            value: kind,
            label: CODE_WORDS[language].requestKinds[kind],
          }))}
        />
        <SelectField
          form={form}
          name="participant"
          label={words.who}
          hint={words.whoHint}
          choices={[
            { value: '', label: words.chooseSomebody },
            ...others.map(({ participantId }) => ({
              value: participantId,
              label: names.participantInFull(participantId),
            })),
          ]}
        />
        <TextField form={form} name="words" label={words.words} rows={4} optional />
        <SendButton label={words.send} />
      </PostForm>
    </Section>
  );
}

interface AnswerParts extends Pick<PageParts, 'visit' | 'form'> {
  readonly head: PlanHead;
  readonly request: CitizenRequestView;
}

/** One wish, to be answered. */
export function AnswerRequestPage({ visit, head, request, form }: AnswerParts): VNode {
  const words = REQUEST_WORDS[visit.language].answerForm;
  return (
    <PlanLayout visit={visit} head={head} page="requests" title={words.title} problems={form.problems}>
      <h2 class="h4">{CODE_WORDS[visit.language].requestKinds[request.kind]}</h2>
      <RequestFacts visit={visit} head={head} request={request} />
      <PostForm visitor={visit.visitor} action={`/plans/${head.planId}/requests/${request.requestId}`}>
        <ChoiceField
          form={form}
          name="answer"
          label={words.question}
          hint={words.yesDoes[request.kind]}
          choices={[
            { value: 'granted', label: words.yes },
            { value: 'declined', label: words.no },
          ]}
        />
        <TextField form={form} name="reason" label={words.reason} hint={words.reasonHint} rows={4} />
        <SendButton label={words.send} />
      </PostForm>
    </PlanLayout>
  );
}
