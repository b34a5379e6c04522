import type { VNode } from 'preact';
import type { GrantedKind } from '../../../../libs/domain/consent/consent.types.js';
import { ARRIVALS } from '../../../../libs/domain/distribution/arrival.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PreviewedWithdrawal } from '../../../../libs/reading/plan-pages.reading.js';
import { ChoiceField } from '../../forms/choice-field.js';
import type { FormState } from '../../forms/form-fields.js';
import { PostForm } from '../../forms/post-form.js';
import { SendButton } from '../../forms/send-button.js';
import { TextField } from '../../forms/text-field.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Facts } from '../../plan/facts.js';
import { KindList } from '../../plan/kind-list.js';
import { Names } from '../../plan/names.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section } from '../../plan/section.js';
import { DATES } from '../../words/dates.js';
import type { ConsentChange } from './consent-change.js';
import { CONSENT_WORDS } from './consents.words.js';
import { kindsOf, type Recipient } from './recipients.js';

interface ChangeParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly head: PlanHead;
  readonly participantId: string;
}

/** The address of the pages about one recipient. */
export function recipientAddress({
  head,
  participantId,
}: Pick<ChangeParts, 'head' | 'participantId'>): string {
  return `/plans/${head.planId}/consents/${participantId}`;
}

/** First step: all of it, or what is kept. It is sent by GET, since nothing happens yet. */
export function ChoosePage(
  parts: ChangeParts & { readonly recipient: Recipient; readonly form: FormState },
): VNode {
  const { visit, head, participantId, recipient, form } = parts;
  const { language } = visit;
  const names = new Names(head, language);
  const words = CONSENT_WORDS[language].choose;
  const kinds = kindsOf(recipient.given);
  const name = names.participant(participantId);
  return (
    <PlanLayout visit={visit} head={head} page="consents" title={words.title(name)} problems={form.problems}>
      <p>{words.now(name)}</p>
      <KindList head={head} language={language} kinds={kinds} />
      <form method="get" action={`${recipientAddress(parts)}/preview`}>
        <ChoiceField
          form={form}
          name="choice"
          label={words.question}
          choices={[
            { value: 'all', label: words.all, hint: words.allHint },
            { value: 'some', label: words.some, hint: words.someHint },
          ]}
        />
        <ChoiceField
          form={form}
          name="keep"
          several
          label={words.keep}
          hint={words.keepHint}
          choices={kinds.map((kind) => ({ value: kind, label: names.kind(kind) }))}
        />
        <p>{words.safe}</p>
        <SendButton label={words.next} />
      </form>
    </PlanLayout>
  );
}

interface PreviewParts extends ChangeParts {
  readonly change: ConsentChange;
  readonly preview: PreviewedWithdrawal;
}

/** Second step: who loses what, what follows, and who already has what. */
export function PreviewPage(parts: PreviewParts): VNode {
  const { visit, head, participantId, change, preview } = parts;
  const { language } = visit;
  const words = CONSENT_WORDS[language].preview;
  const name = new Names(head, language).participant(participantId);
  const { effects } = preview;
  const address = recipientAddress(parts);
  return (
    <PlanLayout visit={visit} head={head} page="consents" title={words.title}>
      <Section id="loses" heading={words.loses(name)}>
        <Kinds head={head} language={language} kinds={effects.loses} none={words.losesNothing} />
      </Section>
      <Section id="keeps" heading={words.keeps(name)}>
        <Kinds head={head} language={language} kinds={effects.keeps} none={words.keepsNothing} />
      </Section>
      <Section id="follows" heading={words.follows}>
        <Consequences {...parts} />
      </Section>
      <Section id="received" heading={words.received}>
        <Received {...parts} />
      </Section>
      <PostForm visitor={visit.visitor} action={`${address}/change`}>
        <input type="hidden" name="choice" value={change.keep === null ? 'all' : 'some'} />
        {(change.keep ?? []).map((kind) => (
          <input key={kind} type="hidden" name="keep" value={kind} />
        ))}
        <div class="button-row">
          <button type="submit" class="button button-primary">
            {change.keep === null ? words.confirmAll : words.confirmSome}
          </button>
          <a class="button button-secondary" href={address}>
            {words.back}
          </a>
        </div>
      </PostForm>
    </PlanLayout>
  );
}

interface KindsParts extends Pick<Visit, 'language'> {
  readonly head: PlanHead;
  readonly kinds: readonly GrantedKind[];
  readonly none: string;
}

function Kinds({ head, language, kinds, none }: KindsParts): VNode {
  return kinds.length === 0 ? <p>{none}</p> : <KindList head={head} language={language} kinds={kinds} />;
}

function Consequences({ visit, preview }: PreviewParts): VNode {
  const { language } = visit;
  const words = CONSENT_WORDS[language].preview;
  const { effects, meetings, agreements } = preview;
  const told = [
    ...meetings
      .filter(({ meetingId }) => effects.leavesMeetings.includes(meetingId))
      .map(({ from, to }) =>
        words.leavesMeeting(from === null || to === null ? '' : DATES[language].period(from, to)),
      ),
    ...(effects.endsGathering ? [words.endsGathering] : []),
    ...agreements
      .filter(({ agreementId }) => effects.openAgreements.includes(agreementId))
      .map(({ title }) => words.agreement(title)),
    ...(effects.otherBases.length > 0 ? [words.otherBasis] : []),
  ];
  if (told.length === 0) return <p>{words.nothingFollows}</p>;
  return (
    <ul>
      {told.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

/** What has left us cannot be called back; what was only queued does not go any more. */
function Received({ visit, preview }: PreviewParts): VNode {
  const { language } = visit;
  const words = CONSENT_WORDS[language].preview;
  const gone = preview.received.flatMap(({ version, since, arrival }) =>
    arrival === null ? [] : [{ version, day: DATES[language].day(since), arrival }],
  );
  return (
    <>
      {gone.length === 0 ? <p>{words.receivedNothing}</p> : null}
      {ARRIVALS.map((arrival) => {
        const versions = gone.filter((one) => one.arrival === arrival);
        if (versions.length === 0) return null;
        return (
          <>
            <h3 class="h4">{words.arrivals[arrival]}</h3>
            <ul>
              {versions.map(({ version, day }) => (
                <li key={version}>{words.version(version, day)}</li>
              ))}
            </ul>
          </>
        );
      })}
      {gone.length === 0 ? null : <p>{words.receivedText}</p>}
      <p>{words.mayHaveRead}</p>
    </>
  );
}

/** Last step: what is so now. */
export function ReceiptPage(parts: ChangeParts & { readonly recipient: Recipient }): VNode {
  const { visit, head, participantId, recipient } = parts;
  const { language } = visit;
  const words = CONSENT_WORDS[language].receipt;
  const name = new Names(head, language).participant(participantId);
  const kinds = kindsOf(recipient.given);
  const ended = [
    ...recipient.past.map(({ endedAt }) => endedAt),
    ...recipient.given.map(({ narrowedAt }) => narrowedAt),
  ];
  const at =
    ended
      .filter((one) => one !== null)
      .sort()
      .at(-1) ?? null;
  return (
    <PlanLayout
      visit={visit}
      head={head}
      page="consents"
      title={words.title}
      done={kinds.length === 0 ? words.withdrawn(name) : words.narrowed(name)}
    >
      <p>{words.text}</p>
      <Facts
        facts={[
          [words.recipient, new Names(head, language).participantInFull(participantId)],
          [words.at, at === null ? null : DATES[language].moment(at)],
        ]}
      />
      {kinds.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <p>{words.keeps}</p>
          <KindList head={head} language={language} kinds={kinds} />
        </>
      )}
      <div class="button-row">
        <a class="button button-primary" href={`/plans/${head.planId}/consents`}>
          {words.back}
        </a>
      </div>
    </PlanLayout>
  );
}

/** A no to somebody to whom nothing has been allowed yet. */
export function RefusalPage(parts: ChangeParts & { readonly form: FormState }): VNode {
  const { visit, head, participantId, form } = parts;
  const words = CONSENT_WORDS[visit.language].refusal;
  const name = new Names(head, visit.language).participant(participantId);
  return (
    <PlanLayout visit={visit} head={head} page="consents" title={words.title(name)} problems={form.problems}>
      <p>{words.text}</p>
      <PostForm visitor={visit.visitor} action={`${recipientAddress(parts)}/refusal`}>
        <TextField form={form} name="reason" label={words.reason} rows={3} optional />
        <SendButton label={words.send} />
      </PostForm>
    </PlanLayout>
  );
}
