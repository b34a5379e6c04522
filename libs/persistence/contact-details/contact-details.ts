/** How somebody is reached: kept apart from the name, and encrypted. */
export interface ContactDetails {
  readonly email: string | null;
  readonly telephone: string | null;
  readonly address: string | null;
}

export const NO_CONTACT_DETAILS: ContactDetails = { email: null, telephone: null, address: null };
