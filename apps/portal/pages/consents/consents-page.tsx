import type { VNode } from 'preact';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { VisibleConsents } from '../../../../libs/reading/visible-parts.js';
import type { ConsentView } from '../../../../libs/record/read/consents.read.js';
import type { FormProblem } from '../../forms/form-problem.js';
import { PostForm } from '../../forms/post-form.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { Facts } from '../../plan/facts.js';
import { KindList } from '../../plan/kind-list.js';
import { Names } from '../../plan/names.js';
import { PlanLayout } from '../../plan/plan-layout.js';
import { Section } from '../../plan/section.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { CONSENT_WORDS } from './consents.words.js';
import { isTheirsAlone, mayChange, type Recipient, recipientsOf } from './recipients.js';

interface PageParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly shown: PlanPart<VisibleConsents>;
  readonly problems: readonly FormProblem[];
  readonly done: string | null;
}

/** Who may know what, until when, and who recorded it. */
export function ConsentsPage({ visit, shown, problems, done }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const words = CONSENT_WORDS[language];
  const recipients = recipientsOf(head, part);
  return (
    <PlanLayout visit={visit} head={head} page="consents" title={words.title} problems={problems} done={done}>
      <p class="font-lead">{head.whole ? words.lead : words.leadOfOthers}</p>
      {recipients.length === 0 ? <p>{words.none}</p> : null}
      {recipients.map((recipient) => (
        <RecipientPart key={recipient.participantId} visit={visit} head={head} recipient={recipient} />
      ))}
      <OtherBases visit={visit} head={head} consents={part} />
    </PlanLayout>
  );
}

interface RecipientParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly head: PlanHead;
  readonly recipient: Recipient;
}

function RecipientPart({ visit, head, recipient }: RecipientParts): VNode {
  const { language } = visit;
  const words = CONSENT_WORDS[language];
  const names = new Names(head, language);
  const { participantId, given, provisional, past } = recipient;
  const address = `/plans/${head.planId}/consents/${participantId}`;
  const name = names.participant(participantId);
  return (
    <Section id={`recipient-${participantId}`} heading={names.participantInFull(participantId)}>
      <p>
        <StatusBadge language={language} recipient={recipient} />
      </p>
      {provisional.map((grant) => (
        <Provisional key={grant.grantId} visit={visit} head={head} grant={grant} />
      ))}
      {given.map((grant) => (
        <GrantFacts key={grant.grantId} visit={visit} head={head} grant={grant} />
      ))}
      {given.length + provisional.length > 0 ? null : <p>{nothingWords(recipient, visit)}</p>}
      {!mayChange(head) ? null : isTheirsAlone(head, recipient) ? (
        <p>{words.theirsAlone}</p>
      ) : given.length > 0 ? (
        <p>
          <a class="button button-secondary" href={address}>
            {words.change(name)}
          </a>
        </p>
      ) : provisional.length > 0 ? null : (
        <p>
          <a href={`${address}/refusal`}>{words.refuseLink(name)}</a>
        </p>
      )}
      {past.length === 0 ? null : (
        <details class="past">
          <summary>{words.past}</summary>
          {past.map((grant) => (
            <GrantFacts key={grant.grantId} visit={visit} head={head} grant={grant} />
          ))}
        </details>
      )}
    </Section>
  );
}

function nothingWords({ past }: Recipient, { language }: Visit): string {
  const words = CONSENT_WORDS[language];
  const withdrawn = past.find(({ status }) => status === 'withdrawn');
  if (withdrawn?.endedAt == null) return words.nothingText;
  return `${words.withdrawnOn(DATES[language].day(withdrawn.endedAt))} ${words.nothingText}`;
}

function StatusBadge({
  language,
  recipient,
}: Pick<Visit, 'language'> & { readonly recipient: Recipient }): VNode {
  const words = CONSENT_WORDS[language];
  if (recipient.given.length > 0) return <span class="badge badge-success">{words.given}</span>;
  if (recipient.provisional.length > 0) return <span class="badge badge-warning">{words.provisional}</span>;
  return <span class="badge badge-info">{words.nothing}</span>;
}

interface GrantParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly head: PlanHead;
  readonly grant: ConsentView;
}

function GrantFacts({ visit, head, grant }: GrantParts): VNode {
  const { language } = visit;
  const words = CONSENT_WORDS[language];
  const codes = CODE_WORDS[language];
  const dates = DATES[language];
  const { status, endedAt, kinds, grantedKinds, to, recordedBy, recordedAt, givenBy, manner, basis } = grant;
  const recorder = new Names(head, language).person(recordedBy);
  return (
    <Facts
      facts={[
        [
          words.status,
          endedAt === null ? null : `${codes.consentStatuses[status] ?? status}, ${dates.day(endedAt)}`,
        ],
        [
          words.mayKnow,
          <KindList head={head} language={language} kinds={endedAt === null ? kinds : grantedKinds} />,
        ],
        [words.until, dates.lastDay(to)],
        [words.recordedBy, `${recorder}, ${dates.moment(recordedAt)}`],
        [words.how, `${codes.givers[givenBy]}, ${codes.consentManners[manner].toLowerCase()}`],
        [words.basis, codes.consentBases[basis]],
      ]}
    />
  );
}

function Provisional({ visit, head, grant }: GrantParts): VNode {
  const { language } = visit;
  const words = CONSENT_WORDS[language];
  const { participantId, consentId, recordedBy, confirmBy } = grant;
  const address = `/plans/${head.planId}/consents/${participantId}`;
  return (
    <div class="question">
      <p>{words.askedText(new Names(head, language).person(recordedBy))}</p>
      <GrantFacts visit={visit} head={head} grant={grant} />
      {confirmBy === null ? null : <p>{words.confirmBy(DATES[language].lastDay(confirmBy))}</p>}
      {!mayChange(head) ? null : (
        <>
          <PostForm visitor={visit.visitor} action={`${address}/confirmation`}>
            <input type="hidden" name="consent" value={consentId} />
            <div class="button-row">
              <button type="submit" class="button button-primary">
                {words.confirm}
              </button>
              <a class="button button-secondary" href={`${address}/refusal`}>
                {words.refuse}
              </a>
            </div>
          </PostForm>
        </>
      )}
    </div>
  );
}

interface BasesParts {
  readonly visit: Visit;
  readonly head: PlanHead;
  readonly consents: VisibleConsents;
}

function OtherBases({ visit, head, consents }: BasesParts): VNode | null {
  const { language } = visit;
  const words = CONSENT_WORDS[language];
  const names = new Names(head, language);
  if (consents.bases.length === 0) return null;
  return (
    <Section id="other-bases" heading={words.otherBases}>
      <p>{words.otherBasesText}</p>
      {consents.bases.map(({ basisId, participantId, basis, kinds, to, reason }) => (
        <Facts
          key={basisId}
          facts={[
            [CONSENT_WORDS[language].receipt.recipient, names.participantInFull(participantId)],
            [words.basis, CODE_WORDS[language].statutoryBases[basis]],
            [words.mayKnow, <KindList head={head} language={language} kinds={kinds} />],
            [words.until, DATES[language].lastDay(to)],
            [words.reason, reason],
          ]}
        />
      ))}
    </Section>
  );
}
