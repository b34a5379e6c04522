import { writtenAddress } from '../../../../libs/mail/mail-address.js';
import type { VNode } from 'preact';
import type { InformationKind } from '../../../../libs/domain/consent/consent.types.js';
import type { WrittenSection } from '../../../../libs/domain/drafting/drafting.types.js';
import type { FullPlan } from '../../../../libs/reading/full-plan.js';
import type { PlanHead } from '../../../../libs/reading/plan-head.js';
import type { Worded } from '../../layout/frame.js';
import { AgreementTable } from '../../plan/agreement-table.js';
import { Facts } from '../../plan/facts.js';
import { Names } from '../../plan/names.js';
import { Section, SharedSection, WrittenText } from '../../plan/section.js';
import { Table } from '../../plan/table.js';
import { CODE_WORDS } from '../../words/code.words.js';
import { DATES } from '../../words/dates.js';
import { PLAN_PAGE_WORDS } from './plan.words.js';

/** What each part of the plan's page is told with. */
export interface PartParts extends Worded {
  readonly head: PlanHead;
  readonly plan: FullPlan;
}

/** Who coordinates, and whom to ask. */
export function CourseFacts({ language, head, plan }: PartParts): VNode {
  const words = PLAN_PAGE_WORDS[language];
  const { coordinator } = head;
  return (
    <>
      <Facts
        facts={[
          [words.phase, plan.phase === null ? null : CODE_WORDS[language].phases[plan.phase]],
          [
            words.coordinator,
            coordinator === null
              ? words.noCoordinator
              : new Names(head, language).person(coordinator.personId),
          ],
          [words.telephone, coordinator?.telephone],
          [words.started, DATES[language].day(plan.startedAt)],
          [words.followUp, plan.followUp === null ? null : words.everyMonths(plan.followUp.intervalMonths)],
          [words.ended, plan.endedAt === null ? null : DATES[language].day(plan.endedAt)],
        ]}
      />
    </>
  );
}

/** Section 1. */
export function MasterDataPart({ language, head, plan }: PartParts): VNode {
  const words = PLAN_PAGE_WORDS[language];
  const codes = CODE_WORDS[language];
  const { masterData } = plan;
  return (
    <SharedSection
      id="masterData"
      heading={codes.headings.masterData}
      language={language}
      shared={masterData !== null}
    >
      {masterData === null ? null : (
        <Facts
          facts={[
            [words.citizen, head.citizenName],
            [
              words.birthDate,
              masterData.citizen.birthDate === null
                ? null
                : DATES[language].day(masterData.citizen.birthDate),
            ],
            [words.grounds, masterData.grounds.map((ground) => codes.grounds[ground]).join('. ')],
            [words.courseType, codes.courseTypes[masterData.courseType]],
            [words.organisation, masterData.organisationName],
            [words.department, masterData.department],
            [words.contactPerson, contactPerson(head, masterData.contactPersonId, language)],
            [words.endReason, masterData.endReason === null ? null : codes.endReasons[masterData.endReason]],
          ]}
        />
      )}
    </SharedSection>
  );
}

function contactPerson(head: PlanHead, id: string | null, language: Worded['language']): string | null {
  return id === null ? null : new Names(head, language).participantInFull(id);
}

/** Who takes part now. */
export function ParticipantsPart({ language, head, plan }: PartParts): VNode {
  const words = PLAN_PAGE_WORDS[language];
  const names = new Names(head, language);
  const present = (plan.participants ?? []).filter(({ removedAt }) => removedAt === null);
  return (
    <SharedSection
      id="participants"
      heading={words.participants}
      language={language}
      shared={plan.participants !== null}
    >
      <Table
        caption={words.participants}
        columns={[words.name, words.role, words.contact]}
        rows={present.map(
          ({ participantId, role, telephone, email, worksThere, presentOrganisationName }) => ({
            key: participantId,
            cells: [
              worksThere === false
                ? `${names.participantInFull(participantId)} (${words.worksElsewhere(presentOrganisationName)})`
                : names.participantInFull(participantId),
              CODE_WORDS[language].roles[role],
              [telephone, email === null ? null : writtenAddress(email)]
                .filter((one) => one !== null)
                .join(', ') || '–',
            ],
          }),
        )}
      />
    </SharedSection>
  );
}

/** A section that is written as text. */
export function TextPart({
  language,
  head,
  plan,
  section,
}: PartParts & { readonly section: WrittenSection }): VNode {
  const written = plan.sections.find((one) => one.section === section);
  const shared = isShared(head, section);
  return (
    <SharedSection
      id={section}
      heading={CODE_WORDS[language].headings[section]}
      language={language}
      shared={shared}
    >
      {written === undefined ? (
        <p>{PLAN_PAGE_WORDS[language].notWritten}</p>
      ) : (
        <WrittenText text={written.content} />
      )}
    </SharedSection>
  );
}

/** Section 4: goals by priority, each with its agreements. Somebody responsible sees their own in any case. */
export function GoalsPart({ language, head, plan }: PartParts): VNode {
  const words = PLAN_PAGE_WORDS[language];
  const { goals, agreements } = plan;
  if (goals === null) {
    return (
      <>
        <SharedSection
          id="goals"
          heading={CODE_WORDS[language].headings.goals}
          language={language}
          shared={false}
        >
          {null}
        </SharedSection>
        {agreements.length === 0 ? null : (
          <Section id="ownAgreements" heading={words.ownAgreements}>
            <AgreementTable
              caption={words.agreements}
              language={language}
              head={head}
              agreements={agreements}
            />
          </Section>
        )}
      </>
    );
  }
  return (
    <Section id="goals" heading={CODE_WORDS[language].headings.goals}>
      {goals.length === 0 ? <p>{words.noGoals}</p> : null}
      {plan.keptShare === null ? null : <p>{words.kept(percent(plan.keptShare, language))}</p>}
      {goals.map(({ goalId, title, priority, status, note }) => (
        <article key={goalId} class="goal" aria-labelledby={`goal-${goalId}`}>
          <h3 id={`goal-${goalId}`} class="h4">
            {words.goal(priority)}: {title}
          </h3>
          <p>
            <span class="badge badge-info">{CODE_WORDS[language].goalStatuses[status]}</span> {note}
          </p>
          <AgreementTable
            caption={words.agreements}
            language={language}
            head={head}
            agreements={agreements.filter((one) => one.goalId === goalId)}
          />
        </article>
      ))}
    </Section>
  );
}

function percent(share: number, language: Worded['language']): string {
  return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { style: 'percent' }).format(share);
}

/** The parties' own plans, those that the reader may see. */
export function ExistingPlansPart({ language, head, plan }: PartParts): VNode {
  const words = PLAN_PAGE_WORDS[language];
  const names = new Names(head, language);
  const { existingPlans } = plan;
  const documents = plan.documents.filter(({ kind }) => kind === 'existingPlans');
  const shared = isShared(head, 'existingPlans') || existingPlans.length + documents.length > 0;
  return (
    <SharedSection id="existingPlans" heading={words.existingPlans} language={language} shared={shared}>
      {existingPlans.length + documents.length === 0 ? <p>{words.noExistingPlans}</p> : null}
      {existingPlans.map(({ participantId, content }) => (
        <article key={`${participantId} ${content.id}`} class="goal">
          <h3 class="h4">{content.title}</h3>
          <Facts
            facts={[
              [words.planOwner, names.participant(participantId)],
              [words.goals, content.goals.map(({ text }) => text).join('. ')],
              [words.interventions, content.interventions.map(({ text }) => text).join('. ')],
            ]}
          />
        </article>
      ))}
      <Documents language={language} head={head} documents={documents} />
    </SharedSection>
  );
}

interface DocumentsParts extends Worded {
  readonly head: PlanHead;
  readonly documents: FullPlan['documents'];
}

/** Documents to be saved. */
export function Documents({ language, head, documents }: DocumentsParts): VNode | null {
  if (documents.length === 0) return null;
  return (
    <ul class="nobullet-list">
      {documents.map(({ documentId, fileName, replacedAt }) => (
        <li key={documentId}>
          <a href={`/plans/${head.planId}/documents/${documentId}`} download>
            {PLAN_PAGE_WORDS[language].download(fileName)}
          </a>
          {replacedAt === null ? null : PLAN_PAGE_WORDS[language].replaced(DATES[language].day(replacedAt))}
        </li>
      ))}
    </ul>
  );
}

function isShared(head: PlanHead, kind: InformationKind): boolean {
  return head.kinds.includes(kind);
}
