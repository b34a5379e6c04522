import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What an administrator can search plans by in the Temporal UI: codes, enums, times and opaque references only. */
export const PLAN_ATTRIBUTES = {
  phase: defineSearchAttributeKey('PlanPhase', SearchAttributeType.KEYWORD),
  courseType: defineSearchAttributeKey('PlanCourseType', SearchAttributeType.KEYWORD),
  coordinator: defineSearchAttributeKey('PlanCoordinator', SearchAttributeType.KEYWORD),
  organisation: defineSearchAttributeKey('PlanOrganisation', SearchAttributeType.KEYWORD),
  problem: defineSearchAttributeKey('PlanProblem', SearchAttributeType.KEYWORD),
  nextStep: defineSearchAttributeKey('PlanNextStep', SearchAttributeType.KEYWORD),
  waitsFor: defineSearchAttributeKey('PlanWaitsFor', SearchAttributeType.KEYWORD_LIST),
  waitsOn: defineSearchAttributeKey('PlanWaitsOn', SearchAttributeType.KEYWORD_LIST),
  overdueFor: defineSearchAttributeKey('PlanOverdueFor', SearchAttributeType.KEYWORD_LIST),
  nextAt: defineSearchAttributeKey('PlanNextAt', SearchAttributeType.DATETIME),
  overdueSince: defineSearchAttributeKey('PlanOverdueSince', SearchAttributeType.DATETIME),
} as const;
