/** How a column holds words: one text, a list of texts, or JSON with words in it. */
export type SealedForm = 'words' | 'list' | 'structure';

/**
 * The columns of a plan's tables that hold words which somebody wrote. They are sealed under the plan's key, so that with
 * the key they are erased wherever they stand: in rows, in what PostgreSQL keeps of rows that are gone, in its log, in
 * every copy and backup. All other columns hold ids, codes, numbers and times.
 */
export const SEALED_COLUMNS: Readonly<Record<string, Readonly<Record<string, SealedForm>>>> = {
  agreements: { title: 'words', reason: 'words' },
  approvals: { reason: 'words' },
  citizen_requests: { words: 'words', reason: 'words' },
  consent_attempts: { place: 'words', reason: 'words' },
  consent_grants: { place: 'words' },
  coordination_notes: { note: 'words' },
  deliveries: { note: 'words' },
  delivery_events: { note: 'words' },
  documents: { file_name: 'words' },
  erasure_holds: { reason: 'words' },
  existing_plans: { content: 'structure' },
  follow_ups: { note: 'words', without_meeting_reason: 'words' },
  gathering_requests: { reason: 'words' },
  goals: { title: 'words', note: 'words' },
  handovers: { reason: 'words', outcome_reason: 'words' },
  meeting_agendas: { items: 'list' },
  meeting_minutes: { minutes: 'words' },
  meetings: { place: 'words' },
  overlap_decisions: { reason: 'words' },
  section_revisions: { content: 'words' },
  statutory_bases: { reason: 'words', extent: 'words', not_told_because: 'words', end_reason: 'words' },
};
