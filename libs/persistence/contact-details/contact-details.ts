/** How somebody is reached: kept apart from the name, and encrypted. */
export interface ContactDetails {
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
}

/** What somebody wrote of a person: who they are, and how they are reached. */
export interface Introduction extends ContactDetails {
  readonly givenName: string;
  readonly familyName: string;
}

export const NO_CONTACT_DETAILS: ContactDetails = { email: null, telephone: null, address: null };
