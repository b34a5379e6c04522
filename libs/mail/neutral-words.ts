/**
 * Beginnings of words that tell an onlooker that somebody is in a course, or of which kind. None may stand in a
 * subject, a mail, a calendar entry or on an envelope: health data must not be seen by others (GDPR, article 9).
 */
const revealing =
  /indsatsplan|action plan|\bki-?\s?plan|psykiatr|psykisk|psykolog|psychiatr|psycholog|\bmental|rusmid|misbrug|substance|abuse|addict|alkohol|alcohol|narko|drug|afhængighed|samtyk|consent|diagnos|behandl|treatment|patient|bostøtte|housing support|kriminalforsorg|probation|dobbeltdiag|værge|guardian/iu;

/** Ten digits that begin with a possible day and month: a civil registration number (CPR), with or without hyphen. */
const civilRegistrationNumber = /(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[-\s]?\d{4}(?!\d)/u;

/**
 * Whether a text would tell an onlooker about the course, or holds something shaped like a CPR number. Meant for
 * texts that people type, such as the place of a meeting; a telephone number may be taken for a CPR number.
 */
export function revealsCourse(text: string): boolean {
  return revealing.test(text) || civilRegistrationNumber.test(text);
}
