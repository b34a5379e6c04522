import type { VNode } from 'preact';
import type { MyAwaited } from '../../../../libs/reading/my-work.reading.js';
import type { PlanOverview, PlanPart } from '../../../../libs/reading/plan-pages.reading.js';
import type { StaffMember } from '../../../../libs/reading/register.reading.js';
import type { FormState } from '../../forms/form-fields.js';
import type { Visit, Visitor } from '../../http/visit.js';
import { AwaitedList } from '../../plan/awaited-list.js';
import { PlanLayout, planName } from '../../plan/plan-layout.js';
import { Section } from '../../plan/section.js';
import { CourseSteps } from './course-steps.js';
import { NextDates } from './next-dates.js';
import { HandoverForm, RepresentativeForm, StartForm } from './plan-forms.js';
import {
  CourseFacts,
  ExistingPlansPart,
  GoalsPart,
  MasterDataPart,
  ParticipantsPart,
  type PartParts,
  TextPart,
} from './plan-parts.js';
import { PLAN_PAGE_WORDS } from './plan.words.js';

interface PageParts {
  readonly visit: Visit & { readonly visitor: Visitor };
  readonly shown: PlanPart<PlanOverview>;
  readonly form: FormState;
  readonly done: string | null;
  /** Whom a party's leader can name, if the party waits for it. */
  readonly colleagues: readonly StaffMember[];
}

/** A plan as far as the reader may see it: what waits, where it is, what comes next, and its five sections. */
export function PlanPage({ visit, shown, form, done, colleagues }: PageParts): VNode {
  const { language } = visit;
  const { head, part } = shown;
  const { plan, awaited } = part;
  const words = PLAN_PAGE_WORDS[language];
  const parts = { language, head, plan };
  // Of a child for whom nobody takes part the team leader is reminded, who answers for nobody here.
  const own = head.roles.some((role) => role === 'citizen' || role === 'custodyHolder');
  const asked = own && awaited.some(({ kind }) => kind === 'citizenAnswer');
  const proposed = awaited.some(({ kind }) => kind === 'handoverAnswer');
  const toName = awaited.filter(isToName);
  const here = [...(asked ? ['citizenAnswer'] : []), 'handoverAnswer'];
  const elsewhere = awaited.filter((one) => !here.includes(one.kind) && !isToName(one));
  return (
    <PlanLayout
      visit={visit}
      head={head}
      page="plan"
      title={planName(head, visit)}
      problems={form.problems}
      done={done}
    >
      {asked ? <StartForm visit={visit} head={head} form={form} /> : null}
      {proposed ? <HandoverForm visit={visit} head={head} form={form} /> : null}
      {toName.map((one) => (
        <RepresentativeForm
          key={one.ref}
          visit={visit}
          head={head}
          form={form}
          awaited={one}
          colleagues={colleagues}
        />
      ))}
      {elsewhere.length === 0 ? null : (
        <Section id="waits" heading={words.waits}>
          <AwaitedList
            language={language}
            awaited={elsewhere.map((item) => ({ item, plan: null }))}
            at={head.at}
          />
        </Section>
      )}
      {plan.dutyPeriods === null ? null : (
        <Section id="steps" heading={words.steps}>
          <CourseSteps language={language} periods={plan.dutyPeriods} />
        </Section>
      )}
      <Section id="dates" heading={words.dates}>
        <NextDates {...parts} />
      </Section>
      <Section id="course" heading={words.course}>
        <CourseFacts {...parts} />
      </Section>
      <MasterDataPart {...parts} />
      <ParticipantsPart {...parts} />
      <TextPart {...parts} section="survey" />
      <ExistingPlansPart {...parts} />
      <TextPart {...parts} section="challenges" />
      <TextPart {...parts} section="citizenWishes" />
      <GoalsPart {...parts} />
      <TextPart {...parts} section="followUp" />
      <TextPart {...parts} section="crisisPlan" />
      <OwnData {...parts} />
    </PlanLayout>
  );
}

/** Whether it is the reader's, as the leader of a party, to name who comes. */
export function isToName({ kind, fromKind }: Pick<MyAwaited, 'kind' | 'fromKind'>): boolean {
  return kind === 'representativeNamed' && fromKind === 'organisation';
}

/** The way to everything that is kept, for the citizen and for who holds custody. */
function OwnData({ language, head, plan }: PartParts): VNode | null {
  const words = PLAN_PAGE_WORDS[language];
  const child = head.roles.includes('custodyHolder') ? plan.masterData?.citizen.personId : undefined;
  if (child === undefined && !head.roles.includes('citizen')) return null;
  return (
    <Section id="own-data" heading={words.ownData}>
      <p>
        <a href={child === undefined ? '/my-data' : `/my-data?person=${child}`}>{words.fetchData}</a>
      </p>
    </Section>
  );
}
