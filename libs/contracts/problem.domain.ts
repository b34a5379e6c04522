import type { ErrorCode } from '../domain/plan/errors.js';
import type { ProblemKind } from './problem.types.js';

/** What the rules of a plan refuse, as status and words. Exhaustive: a new code without words does not compile. */
export const DOMAIN_PROBLEMS: Readonly<Record<ErrorCode, ProblemKind>> = {
  'PLAN.NOT_FOUND': {
    status: 404,
    da: { title: 'Planen findes ikke', detail: 'Vælg en plan fra din liste.' },
    en: { title: 'There is no such plan', detail: 'Choose a plan from your list.' },
  },
  'PLAN.ALREADY_STARTED': {
    status: 409,
    da: { title: 'Planen er allerede startet', detail: 'Åbn planen, og fortsæt der.' },
    en: { title: 'The plan has already been started', detail: 'Open the plan and go on there.' },
  },
  'PLAN.CITIZEN_HAS_OPEN_PLAN': {
    status: 409,
    da: { title: 'Borgeren har allerede en åben plan', detail: 'Fortsæt i den plan, der er nævnt.' },
    en: { title: 'The citizen already has an open plan', detail: 'Go on in the plan that is named.' },
  },
  'PLAN.ENDED': {
    status: 409,
    da: { title: 'Planen er afsluttet', detail: 'Genåbn planen, hvis forløbet skal fortsætte.' },
    en: { title: 'The plan has ended', detail: 'Reopen the plan if the course is to go on.' },
  },
  'PLAN.NOT_ENDED': {
    status: 409,
    da: { title: 'Planen er ikke afsluttet', detail: 'Fortsæt i planen; den skal ikke genåbnes.' },
    en: { title: 'The plan has not ended', detail: 'Go on in the plan; it need not be reopened.' },
  },
  'PLAN.ON_HOLD': {
    status: 409,
    da: { title: 'Planen er på pause', detail: 'Genoptag planen først.' },
    en: { title: 'The plan is on hold', detail: 'Resume the plan first.' },
  },
  'PLAN.NOT_ON_HOLD': {
    status: 409,
    da: { title: 'Planen er ikke på pause', detail: 'Fortsæt i planen; den skal ikke genoptages.' },
    en: { title: 'The plan is not on hold', detail: 'Go on in the plan; it need not be resumed.' },
  },
  'PLAN.AWAITS_CITIZEN_ANSWER': {
    status: 409,
    da: {
      title: 'Borgeren har ikke svaret endnu',
      detail: 'Skriv først, om borgeren siger ja eller nej til forløbet.',
    },
    en: {
      title: 'The citizen has not answered yet',
      detail: 'Record first whether the citizen says yes or no to the course.',
    },
  },
  'PLAN.CITIZEN_ALREADY_ANSWERED': {
    status: 409,
    da: { title: 'Borgeren har allerede svaret', detail: 'Se svaret i planen.' },
    en: { title: 'The citizen has already answered', detail: 'See the answer in the plan.' },
  },
  'PLAN.ANSWERED_BY_ANOTHER': {
    status: 403,
    da: {
      title: 'Det er en anden, der svarer for borgeren',
      detail: 'Fra 15 år svarer borgeren selv. For et yngre barn svarer den, der har forældremyndigheden.',
    },
    en: {
      title: 'Somebody else answers for the citizen',
      detail: 'From 15 years on the citizen answers. For a younger child whoever holds custody does.',
    },
  },
  'PLAN.GROUNDS_MISSING': {
    status: 422,
    da: { title: 'Grundlaget for planen mangler', detail: 'Vælg mindst ét grundlag.' },
    en: { title: 'The grounds of the plan are missing', detail: 'Choose at least one ground.' },
  },
  'PLAN.AGREEMENTS_OPEN': {
    status: 409,
    da: {
      title: 'Der er aftaler, som ikke er afsluttet',
      detail: 'Skriv for hver aftale, om den blev holdt, forsinket, ændret eller opgivet.',
    },
    en: {
      title: 'Some agreements have not ended',
      detail: 'Record for each agreement whether it was kept, late, changed or dropped.',
    },
  },
  'PLAN.DELIVERIES_OPEN': {
    status: 409,
    da: {
      title: 'Der er modtagere, som planen ikke er nået frem til',
      detail: 'Skriv, hvordan de fik planen, eller send den igen.',
    },
    en: {
      title: 'Some recipients have not got the plan',
      detail: 'Record how they got the plan, or send it again.',
    },
  },
  'PLAN.END_REASON_INCOMPLETE': {
    status: 422,
    da: {
      title: 'Begrundelsen for at afslutte er ikke fuld',
      detail: 'Skriv, hvilken plan denne går op i, når grunden er, at planer lægges sammen.',
    },
    en: {
      title: 'The reason for ending is incomplete',
      detail: 'Tell which plan this one is merged into when merging is the reason.',
    },
  },
  'PLAN.MERGED_INTO_ITSELF': {
    status: 422,
    da: {
      title: 'En plan kan ikke lægges sammen med sig selv',
      detail: 'Skriv nummeret på den anden plan, som forløbet går videre i.',
    },
    en: {
      title: 'A plan cannot be merged into itself',
      detail: 'Tell the other plan in which the course goes on.',
    },
  },
  'PLAN.MERGE_REFUSED': {
    status: 409,
    da: {
      title: 'Planen kan ikke lægges sammen med den plan',
      detail:
        'Vælg en åben plan for den samme borger, som du også er koordinator, stedfortræder eller teamleder for. Ellers afslut planen af en anden grund.',
    },
    en: {
      title: 'The plan cannot be merged into that plan',
      detail:
        'Choose an open plan of the same citizen that you coordinate, stand in for or lead, too. Otherwise end the plan for another reason.',
    },
  },
  'PLAN.HOLD_UNTIL_PAST': {
    status: 422,
    da: { title: 'Pausen skal slutte i fremtiden', detail: 'Skriv en dato efter i dag.' },
    en: { title: 'The hold must end in the future', detail: 'Write a date after today.' },
  },
  'PLAN.REOPEN_REFUSED': {
    status: 409,
    da: { title: 'Planen kan ikke genåbnes', detail: 'Start en ny plan.' },
    en: { title: 'The plan cannot be reopened', detail: 'Start a new plan.' },
  },
  'PLAN.CITIZEN_DIED': {
    status: 409,
    da: {
      title: 'Borgeren er død',
      detail:
        'Forløbet står stille. Aflys eller registrér møder, giv parterne besked, og afslut planen. Er dødsfaldet noteret ved en fejl, så ret det i registret.',
    },
    en: {
      title: 'The citizen has died',
      detail:
        'The course stands still. Cancel or record meetings, tell the parties, and end the plan. If the death was recorded by mistake, correct it in the register.',
    },
  },
  'PLAN.POLICY_INVALID': {
    status: 422,
    da: { title: 'Reglerne for planen hænger ikke sammen', detail: 'Ret den del af reglerne, der er nævnt.' },
    en: {
      title: 'The policy of the plan does not fit together',
      detail: 'Correct the part of the policy that is named.',
    },
  },
  'ACTOR.NOT_PERMITTED': {
    status: 403,
    da: {
      title: 'Du må ikke gøre dette',
      detail: 'Det hører ikke til din rolle. Tal med den, hvis opgave det er.',
    },
    en: { title: 'You may not do this', detail: 'It is not for your role. Talk to whoever’s task it is.' },
  },
  'PARTICIPANT.NOT_FOUND': {
    status: 404,
    da: { title: 'Deltageren findes ikke i planen', detail: 'Vælg en deltager fra planens liste.' },
    en: {
      title: 'There is no such participant in the plan',
      detail: 'Choose a participant from the list of the plan.',
    },
  },
  'PARTICIPANT.ALREADY_ADDED': {
    status: 409,
    da: { title: 'Deltageren er allerede med', detail: 'Brug den deltager, der er med.' },
    en: { title: 'The participant already takes part', detail: 'Use the participant who takes part.' },
  },
  'PARTICIPANT.REMOVED': {
    status: 409,
    da: {
      title: 'Deltageren er ikke med længere',
      detail: 'Tilføj personen igen, hvis borgeren ønsker det.',
    },
    en: {
      title: 'The participant no longer takes part',
      detail: 'Add the person again if the citizen wishes it.',
    },
  },
  'PARTICIPANT.WISH_MISSING': {
    status: 422,
    da: { title: 'Borgerens ønske mangler', detail: 'Spørg borgeren, og skriv, at det er borgerens ønske.' },
    en: {
      title: 'The wish of the citizen is missing',
      detail: 'Ask the citizen and record that it is the wish of the citizen.',
    },
  },
  'PARTICIPANT.CITIZEN_FIXED': {
    status: 409,
    da: {
      title: 'Borgeren kan ikke fjernes eller skiftes ud',
      detail: 'Afslut planen, hvis borgeren ikke vil være med.',
    },
    en: {
      title: 'The citizen cannot be removed or replaced',
      detail: 'End the plan if the citizen does not want to take part.',
    },
  },
  'PARTICIPANT.SAME_PERSON': {
    status: 409,
    da: { title: 'Det er den samme person', detail: 'Vælg en anden person.' },
    en: { title: 'It is the same person', detail: 'Choose another person.' },
  },
  'PARTICIPANT.CITIZEN_OF_AGE': {
    status: 422,
    da: {
      title: 'Borgeren er fyldt 18 år',
      detail: 'Ingen har forældremyndighed over en myndig. Vælg en anden rolle.',
    },
    en: {
      title: 'The citizen is of age',
      detail: 'Nobody holds custody of somebody who is of age. Choose another role.',
    },
  },
  'PARTICIPANT.ORGANISATION_MISSING': {
    status: 422,
    da: {
      title: 'Personen arbejder ikke i en organisation',
      detail:
        'En myndighed eller et tilbud deltager ved en, der arbejder der efter registeret. Vælg en sådan person.',
    },
    en: {
      title: 'The person works in no organisation',
      detail:
        'An authority or provider takes part through somebody who works there by the register. Choose such a person.',
    },
  },
  'PARTICIPANT.OTHER_ORGANISATION': {
    status: 422,
    da: {
      title: 'Personen deltager ikke for den organisation',
      detail:
        'Vælg en, der arbejder i organisationen efter registeret. Pårørende og andre, der deltager som personer, har ingen organisation.',
    },
    en: {
      title: 'The person does not take part for that organisation',
      detail:
        'Choose somebody who works in the organisation by the register. Relatives and others who take part as persons have none.',
    },
  },
  'PARTICIPANT.NOT_REPLACEABLE': {
    status: 409,
    da: {
      title: 'En person kan ikke skiftes ud med en anden',
      detail: 'Fjern deltageren, og tilføj den anden. Et samtykke til den ene gælder ikke for den anden.',
    },
    en: {
      title: 'A person cannot be replaced by another',
      detail: 'Remove the participant and add the other. A consent to one does not hold for the other.',
    },
  },
  'PARTICIPANT.DIED': {
    status: 409,
    da: {
      title: 'Personen er død',
      detail: 'Vælg en anden. Er dødsfaldet noteret ved en fejl, så ret det i registret.',
    },
    en: {
      title: 'The person has died',
      detail: 'Choose somebody else. If the death was recorded by mistake, correct it in the register.',
    },
  },
  'CONSENT.MISSING': {
    status: 409,
    da: {
      title: 'Der er intet samtykke eller andet grundlag',
      detail: 'Indhent borgerens samtykke til denne modtager først.',
    },
    en: {
      title: 'There is no consent or other basis',
      detail: 'Obtain the consent of the citizen for this recipient first.',
    },
  },
  'CONSENT.NOT_FOUND': {
    status: 404,
    da: { title: 'Samtykket findes ikke', detail: 'Vælg et samtykke fra planens liste.' },
    en: { title: 'There is no such consent', detail: 'Choose a consent from the list of the plan.' },
  },
  'CONSENT.ALREADY_USED_ID': {
    status: 409,
    da: { title: 'Samtykkets id er brugt', detail: 'Brug et nyt id.' },
    en: { title: 'The id of the consent has been used', detail: 'Use a new id.' },
  },
  'CONSENT.PERIOD_REVERSED': {
    status: 422,
    da: { title: 'Samtykket slutter, før det begynder', detail: 'Skriv en slutdato efter begyndelsen.' },
    en: { title: 'The consent ends before it begins', detail: 'Write an end after the beginning.' },
  },
  'CONSENT.PERIOD_TOO_LONG': {
    status: 422,
    da: { title: 'Samtykket varer for længe', detail: 'Skriv en slutdato inden for den længste periode.' },
    en: { title: 'The consent lasts too long', detail: 'Write an end within the longest period.' },
  },
  'CONSENT.PERIOD_OVER': {
    status: 422,
    da: { title: 'Samtykket er allerede udløbet', detail: 'Skriv en slutdato i fremtiden.' },
    en: { title: 'The consent is already over', detail: 'Write an end in the future.' },
  },
  'CONSENT.NO_CUSTODY': {
    status: 422,
    da: {
      title: 'Borgeren er fyldt 18 år',
      detail: 'En myndig borger giver selv sit samtykke. Spørg borgeren.',
    },
    en: {
      title: 'The citizen is of age',
      detail: 'A citizen who is of age consents alone. Ask the citizen.',
    },
  },
  'CONSENT.CITIZEN_UNDER_15': {
    status: 422,
    da: {
      title: 'Barnet er under 15 år',
      detail: 'Den, der har forældremyndigheden, giver samtykke for et barn under 15 år. Spørg dem.',
    },
    en: {
      title: 'The child is under 15 years',
      detail: 'Whoever holds custody consents for a child under 15 years. Ask them.',
    },
  },
  'CONSENT.NO_GUARDIAN': {
    status: 422,
    da: {
      title: 'Planen har ingen værge',
      detail: 'Tilføj værgen som deltager, eller spørg borgeren selv.',
    },
    en: {
      title: 'The plan has no guardian',
      detail: 'Add the guardian as a participant, or ask the citizen.',
    },
  },
  'CONSENT.NOT_THE_GIVER': {
    status: 422,
    da: {
      title: 'Samtykket er en andens at give',
      detail:
        'Digitalt giver man kun sit eget samtykke, efter en regel, der passer til den, der giver det. Hvad en anden har sagt eller skrevet, noterer personalet som mundtligt eller skriftligt.',
    },
    en: {
      title: 'The consent is somebody else’s to give',
      detail:
        'Digitally one gives only one’s own consent, under a rule that fits whoever gives it. What somebody else said or wrote is recorded by staff as oral or written.',
    },
  },
  'CONSENT.REFUSAL_STANDS': {
    status: 409,
    da: {
      title: 'En anden har sagt nej',
      detail:
        'Et nej fra den unge selv eller fra en anden, der har forældremyndigheden, gælder, til den, der sagde det, ændrer det. Tal med dem.',
    },
    en: {
      title: 'Somebody else has said no',
      detail:
        'A no of the young person or of another custody holder stands until whoever said it changes it. Talk with them.',
    },
  },
  'CONSENT.WORDING_UNKNOWN': {
    status: 422,
    da: {
      title: 'Samtykketeksten kan ikke bruges her',
      detail:
        'Vælg den udgave af teksten, som den, der giver samtykket, har set eller fået læst op. For et barn er det en, der taler om barnet.',
    },
    en: {
      title: 'The wording cannot be used here',
      detail:
        'Choose the version of the wording that the giver was shown or had read out. For a child it is one that speaks of the child.',
    },
  },
  'CONSENT.NOTHING_GRANTED': {
    status: 422,
    da: { title: 'Samtykket omfatter ingenting', detail: 'Vælg mindst én modtager og én slags oplysning.' },
    en: {
      title: 'The consent covers nothing',
      detail: 'Choose at least one recipient and one kind of information.',
    },
  },
  'CONSENT.NOT_PROVISIONAL': {
    status: 409,
    da: { title: 'Samtykket venter ikke på bekræftelse', detail: 'Se samtykkets status i planen.' },
    en: {
      title: 'The consent does not wait for confirmation',
      detail: 'See the status of the consent in the plan.',
    },
  },
  'PARTICIPANT.BOTH_KINDS': {
    status: 409,
    da: {
      title: 'Ingen kan være med både som sig selv og for en myndighed',
      detail:
        'Vælg en anden person. Den, der handler for en myndighed i planen, kan ikke også være borger, forælder, værge, pårørende eller bisidder, og omvendt.',
    },
    en: {
      title: 'Nobody takes part both as themself and for an authority',
      detail:
        'Choose another person. Whoever acts in the plan for an authority cannot also be its citizen, parent, guardian, relative or lay supporter, and the other way round.',
    },
  },
  'PARTICIPANT.HAS_SAY': {
    status: 409,
    da: {
      title: 'Den, der har noget at sige, kan ikke fjernes af en anden',
      detail: 'Det slutter ved deres eget ord eller ved en afgørelse, som noteres og bekræftes af en anden.',
    },
    en: {
      title: 'Whoever has a say is not removed by another',
      detail: 'It ends by their own word, or by a decision that is recorded and confirmed by somebody else.',
    },
  },
  'PARTICIPANT.NO_SAY': {
    status: 409,
    da: {
      title: 'Der er ingen ret at bringe til ophør',
      detail:
        'Vælg en forældremyndighedsindehaver eller værge, hvis del er bekræftet. Den, det handler om, går selv ud.',
    },
    en: {
      title: 'There is no say to be ended',
      detail:
        'Choose a custody holder or guardian whose part is confirmed. Whom it is about leaves by themself.',
    },
  },
  'PARTICIPANT.UNCONFIRMED': {
    status: 409,
    da: { title: 'Deltagerens del er ikke bekræftet endnu', detail: 'Vent, til en anden har bekræftet den.' },
    en: { title: 'The part is not confirmed yet', detail: 'Wait until somebody else has confirmed it.' },
  },
  'CONFIRMATION.NOT_FOUND': {
    status: 404,
    da: {
      title: 'Det venter ikke på bekræftelse',
      detail: 'Se listen over det, der venter på en anden person.',
    },
    en: {
      title: 'It does not wait for confirmation',
      detail: 'See the list of what waits for a second person.',
    },
  },
  'CONFIRMATION.ALREADY_ASKED': {
    status: 409,
    da: {
      title: 'En afgørelse om det venter allerede',
      detail: 'Bekræft eller afvis den, der venter, først.',
    },
    en: { title: 'A decision on it waits already', detail: 'Confirm or reject the one that waits first.' },
  },
  'CONFIRMATION.NOT_THE_SECOND_PERSON': {
    status: 403,
    da: {
      title: 'En anden skal bekræfte det',
      detail:
        'Det kan ikke bekræftes eller afvises af den, der noterede det, eller som har fordel af det. Bed en anden.',
    },
    en: {
      title: 'Somebody else has to confirm it',
      detail:
        'It cannot be confirmed or rejected by whoever recorded it or profits from it. Ask somebody else.',
    },
  },
  'CONFIRMATION.DOCUMENT_MISSING': {
    status: 422,
    da: { title: 'Skriv, hvilket dokument der er set', detail: 'Angiv dokumentets art og dato.' },
    en: { title: 'Say which document was seen', detail: 'Give the kind of document and its date.' },
  },
  'CONSENT.BEYOND_OWN_SIGHT': {
    status: 403,
    da: {
      title: 'Du kan ikke notere samtykke til mere, end du selv må se',
      detail: 'Bed koordinator eller borgeren om at gøre det.',
    },
    en: {
      title: 'You cannot record a consent to more than you may see yourself',
      detail: 'Ask the coordinator or the citizen to do it.',
    },
  },
  'CONSENT.GIVEN_BY_CITIZEN': {
    status: 403,
    da: {
      title: 'Den unge har selv givet samtykket',
      detail: 'Fra 15 år er det den unge alene, der indskrænker eller trækker det tilbage.',
    },
    en: {
      title: 'The young person gave the consent themself',
      detail: 'From 15 years on they alone narrow or withdraw it.',
    },
  },
  'BASIS.PERIOD_TOO_LONG': {
    status: 422,
    da: {
      title: 'Grundlaget kan ikke gælde så længe',
      detail: 'Vælg en kortere periode. Varer det ved, noteres det igen med sin grund.',
    },
    en: {
      title: 'The basis cannot hold for so long',
      detail: 'Choose a shorter period. What goes on is recorded anew, with its reason.',
    },
  },
  'BASIS.NOT_URGENT': {
    status: 422,
    da: {
      title: 'Dette grundlag kan vente på en anden person',
      detail: 'Kun fare for liv kan gælde straks, og kun med et grundlag, der er til det.',
    },
    en: {
      title: 'This basis can wait for a second person',
      detail: 'Only a danger to life counts at once, and only with a basis that is for it.',
    },
  },
  'CONSENT.SELF_CONFIRMED': {
    status: 403,
    da: {
      title: 'Du kan ikke bekræfte et samtykke, du selv har skrevet eller har fordel af',
      detail: 'Bed borgeren eller en anden om at bekræfte det.',
    },
    en: {
      title: 'You cannot confirm a consent that you recorded or profit from',
      detail: 'Ask the citizen or somebody else to confirm it.',
    },
  },
  'CONSENT.NOT_NARROWER': {
    status: 422,
    da: {
      title: 'Samtykket bliver ikke snævrere',
      detail: 'Vælg færre slags oplysninger, end samtykket omfatter nu.',
    },
    en: {
      title: 'The consent does not become narrower',
      detail: 'Choose fewer kinds of information than the consent covers now.',
    },
  },
  'CONSENT.NOTHING_TO_WITHDRAW': {
    status: 409,
    da: { title: 'Der er intet samtykke at trække tilbage', detail: 'Se samtykkerne i planen.' },
    en: { title: 'There is no consent to withdraw', detail: 'See the consents of the plan.' },
  },
  'BASIS.NOT_FOUND': {
    status: 404,
    da: { title: 'Grundlaget findes ikke', detail: 'Vælg et grundlag fra planens liste.' },
    en: { title: 'There is no such basis', detail: 'Choose a basis from the list of the plan.' },
  },
  'BASIS.REASON_MISSING': {
    status: 422,
    da: { title: 'Begrundelsen mangler', detail: 'Skriv, hvorfor oplysningerne videregives uden samtykke.' },
    en: { title: 'The reason is missing', detail: 'Write why the information is disclosed without consent.' },
  },
  'BASIS.ALREADY_ENDED': {
    status: 409,
    da: { title: 'Grundlaget er allerede ophørt', detail: 'Se grundlagene i planen.' },
    en: { title: 'The basis has already ended', detail: 'See the bases of the plan.' },
  },
  'GATHERING.NOT_REQUESTED': {
    status: 409,
    da: { title: 'Parten er ikke spurgt', detail: 'Spørg parten om dens planer først.' },
    en: { title: 'The party has not been asked', detail: 'Ask the party for its plans first.' },
  },
  'GATHERING.ALREADY_REQUESTED': {
    status: 409,
    da: { title: 'Parten er allerede spurgt', detail: 'Vent på svaret, eller træk spørgsmålet tilbage.' },
    en: {
      title: 'The party has already been asked',
      detail: 'Wait for the answer or withdraw the question.',
    },
  },
  'GATHERING.NOT_A_PARTY': {
    status: 422,
    da: {
      title: 'Kun parter kan spørges om deres planer',
      detail: 'Vælg en myndighed eller et behandlingssted.',
    },
    en: { title: 'Only parties can be asked for their plans', detail: 'Choose an authority or a provider.' },
  },
  'GATHERING.DEADLINE_PAST': {
    status: 422,
    da: { title: 'Fristen er i fortiden', detail: 'Skriv en dato efter i dag.' },
    en: { title: 'The deadline is in the past', detail: 'Write a date after today.' },
  },
  'GATHERING.DOCUMENT_OF_ANOTHER': {
    status: 422,
    da: {
      title: 'Et af dokumenterne hører til en anden part',
      detail: 'Vedlæg kun dokumenter, som er uploadet for den part, der svarer.',
    },
    en: {
      title: 'One of the documents belongs to another party',
      detail: 'Attach only documents that were uploaded for the party that answers.',
    },
  },
  'GATHERING.ANSWER_TOO_LONG': {
    status: 422,
    da: {
      title: 'Svaret er for langt',
      detail: 'Skriv højst 200 mål, indsatser og aftaler i alt, og vedlæg resten som et dokument.',
    },
    en: {
      title: 'The answer is too long',
      detail:
        'Write at most 200 goals, interventions and appointments together, and attach the rest as a document.',
    },
  },
  'GATHERING.ANSWER_EMPTY': {
    status: 422,
    da: {
      title: 'Svaret er tomt',
      detail: 'Angiv en plan eller et dokument, eller svar, at der ingen plan er.',
    },
    en: {
      title: 'The answer is empty',
      detail: 'Give a plan or a document, or answer that there is no plan.',
    },
  },
  'OVERLAP.NOT_FOUND': {
    status: 404,
    da: { title: 'Overlappet findes ikke', detail: 'Vælg et overlap fra listen.' },
    en: { title: 'There is no such overlap', detail: 'Choose an overlap from the list.' },
  },
  'OVERLAP.ALREADY_DECIDED': {
    status: 409,
    da: { title: 'Overlappet er allerede vurderet', detail: 'Se vurderingen i planen.' },
    en: { title: 'The overlap has already been decided', detail: 'See the decision in the plan.' },
  },
  'MEETING.NOT_FOUND': {
    status: 404,
    da: { title: 'Mødet findes ikke', detail: 'Vælg et møde fra planens liste.' },
    en: { title: 'There is no such meeting', detail: 'Choose a meeting from the list of the plan.' },
  },
  'MEETING.ALREADY_EXISTS': {
    status: 409,
    da: { title: 'Mødet findes allerede', detail: 'Brug et nyt id.' },
    en: { title: 'The meeting already exists', detail: 'Use a new id.' },
  },
  'MEETING.END_BEFORE_START': {
    status: 422,
    da: { title: 'Mødet slutter, før det begynder', detail: 'Skriv et sluttidspunkt efter begyndelsen.' },
    en: { title: 'The meeting ends before it begins', detail: 'Write an end after the beginning.' },
  },
  'MEETING.IN_THE_PAST': {
    status: 422,
    da: { title: 'Mødet ligger i fortiden', detail: 'Vælg et tidspunkt i fremtiden.' },
    en: { title: 'The meeting is in the past', detail: 'Choose a time in the future.' },
  },
  'MEETING.NOTICE_TOO_SHORT': {
    status: 422,
    da: { title: 'Varslet er for kort', detail: 'Vælg et senere tidspunkt, eller indkald til et hastemøde.' },
    en: { title: 'The notice is too short', detail: 'Choose a later time or call an urgent meeting.' },
  },
  'MEETING.URGENT_TOO_SOON': {
    status: 422,
    da: {
      title: 'Varslet er for kort, også til et hastemøde',
      detail: 'Vælg et senere tidspunkt, så alle kan nå at få besked.',
    },
    en: {
      title: 'The notice is too short even for an urgent meeting',
      detail: 'Choose a later time, so that everybody can be told.',
    },
  },
  'MEETING.OPTION_UNKNOWN': {
    status: 422,
    da: { title: 'Tidspunktet er ikke foreslået', detail: 'Vælg et af de foreslåede tidspunkter.' },
    en: { title: 'The time was not proposed', detail: 'Choose one of the proposed times.' },
  },
  'MEETING.OPTIONS_MISSING': {
    status: 422,
    da: {
      title: 'Der mangler tidspunkter',
      detail: 'Foreslå mindst ét tidspunkt, eller angiv begyndelse og slutning.',
    },
    en: { title: 'Times are missing', detail: 'Propose at least one time, or give beginning and end.' },
  },
  'MEETING.ANSWERS_MISSING': {
    status: 422,
    da: { title: 'Der mangler svar', detail: 'Svar på alle de foreslåede tidspunkter.' },
    en: { title: 'Answers are missing', detail: 'Answer each of the proposed times.' },
  },
  'MEETING.NOT_PROPOSED': {
    status: 409,
    da: { title: 'Mødet venter ikke på svar om tidspunkter', detail: 'Se mødets status i planen.' },
    en: {
      title: 'The meeting does not wait for answers about times',
      detail: 'See the status of the meeting in the plan.',
    },
  },
  'MEETING.NOT_FIXED': {
    status: 409,
    da: { title: 'Mødet har intet fast tidspunkt', detail: 'Fastsæt tidspunktet først.' },
    en: { title: 'The meeting has no fixed time', detail: 'Fix the time first.' },
  },
  'MEETING.ALREADY_HELD': {
    status: 409,
    da: { title: 'Mødet er holdt', detail: 'Indkald til et nyt møde.' },
    en: { title: 'The meeting has been held', detail: 'Call a new meeting.' },
  },
  'MEETING.CANCELLED': {
    status: 409,
    da: { title: 'Mødet er aflyst', detail: 'Indkald til et nyt møde.' },
    en: { title: 'The meeting has been cancelled', detail: 'Call a new meeting.' },
  },
  'MEETING.NOT_YET_BEGUN': {
    status: 409,
    da: { title: 'Mødet er ikke begyndt', detail: 'Vent, til mødet er begyndt.' },
    en: { title: 'The meeting has not begun', detail: 'Wait until the meeting has begun.' },
  },
  'MEETING.HAS_BEGUN': {
    status: 409,
    da: {
      title: 'Mødet er begyndt',
      detail: 'Det kan ikke flyttes eller aflyses mere. Skriv fremmødet; kom ingen, skriver du det dér.',
    },
    en: {
      title: 'The meeting has begun',
      detail:
        'It can no longer be moved or cancelled. Record the attendance; if nobody came, that is where it is said.',
    },
  },
  'MEETING.DEPUTY_FROM_ELSEWHERE': {
    status: 422,
    da: {
      title: 'Stedfortræderen er ikke en kollega',
      detail:
        'Vælg en, der arbejder i samme organisation efter registeret. Pårørende og andre, der deltager som personer, kan ikke sende en anden.',
    },
    en: {
      title: 'The deputy is no colleague',
      detail:
        'Choose somebody who works in the same organisation by the register. Relatives and others who take part as persons cannot send somebody else.',
    },
  },
  'MEETING.NOT_INVITED': {
    status: 409,
    da: { title: 'Deltageren er ikke inviteret', detail: 'Vælg en deltager, der er inviteret.' },
    en: { title: 'The participant is not invited', detail: 'Choose a participant who is invited.' },
  },
  'MEETING.NOT_YET_INVITED': {
    status: 409,
    da: {
      title: 'Invitationerne er ikke sendt endnu',
      detail: 'De går ud inden for et minut. Prøv igen om lidt.',
    },
    en: {
      title: 'The invitations have not gone out yet',
      detail: 'They go out within a minute. Try again in a moment.',
    },
  },
  'MEETING.NOT_A_GUEST': {
    status: 422,
    da: {
      title: 'En af deltagerne var ikke inviteret og må ikke vide noget om mødet',
      detail: 'Skriv kun fremmøde for dem, der var inviteret, eller som der er samtykke til.',
    },
    en: {
      title: 'One of the participants was not invited and may not know of the meeting',
      detail: 'Record attendance only for those who were invited, or to whom there is a consent.',
    },
  },
  'MEETING.WITHOUT_CITIZEN_NEEDS_REASON': {
    status: 422,
    da: { title: 'Borgeren var ikke med', detail: 'Skriv, hvorfor mødet blev holdt uden borgeren.' },
    en: { title: 'The citizen was not there', detail: 'Write why the meeting was held without the citizen.' },
  },
  'MEETING.CHAIR_NOT_PARTICIPANT': {
    status: 422,
    da: { title: 'Mødelederen er ikke med i planen', detail: 'Vælg en deltager som mødeleder.' },
    en: { title: 'The chair does not take part in the plan', detail: 'Choose a participant as chair.' },
  },
  'MEETING.UNCHANGED': {
    status: 409,
    da: { title: 'Mødet er ikke ændret', detail: 'Vælg et andet tidspunkt, sted eller en anden mødeform.' },
    en: { title: 'The meeting is unchanged', detail: 'Choose another time, place or mode.' },
  },
  'SECTION.CONFLICT': {
    status: 412,
    da: {
      title: 'En anden har skrevet i afsnittet imens',
      detail: 'Hent afsnittet igen, og skriv dine ændringer ind.',
    },
    en: {
      title: 'Somebody has written in the section meanwhile',
      detail: 'Fetch the section again and write your changes into it.',
    },
  },
  'SECTION.NOT_YOURS': {
    status: 403,
    da: { title: 'Afsnittet skrives af andre', detail: 'Bed koordinatoren om at skrive det ind.' },
    en: { title: 'The section is written by others', detail: 'Ask the coordinator to write it.' },
  },
  'SECTION.EMPTY': {
    status: 422,
    da: { title: 'Afsnittet er tomt', detail: 'Skriv afsnittet, før det gemmes.' },
    en: { title: 'The section is empty', detail: 'Write the section before you save it.' },
  },
  'DRAFT.SUBMITTED': {
    status: 409,
    da: { title: 'Kladden er sendt til godkendelse', detail: 'Træk den tilbage for at ændre den.' },
    en: { title: 'The draft has been submitted for approval', detail: 'Withdraw it to change it.' },
  },
  'DRAFT.NOT_SUBMITTED': {
    status: 409,
    da: {
      title: 'Kladden er ikke til godkendelse lige nu',
      detail:
        'Når koordinatoren har skrevet den færdig og sender den til godkendelse, får alle, der spørges, besked.',
    },
    en: {
      title: 'The draft is not out for approval just now',
      detail: 'When the coordinator has finished it and submits it, everybody who is asked is told.',
    },
  },
  'DRAFT.ANOTHER_TEXT': {
    status: 409,
    da: {
      title: 'Kladden er sendt ud igen, siden du læste den',
      detail: 'Læs den nye tekst, og svar så på den.',
    },
    en: {
      title: 'The draft has been sent out anew since you read it',
      detail: 'Read the new text and answer that.',
    },
  },
  'DRAFT.SECTIONS_MISSING': {
    status: 422,
    da: {
      title: 'Planen er ikke udfyldt endnu',
      detail: 'Udfyld de afsnit, der er nævnt, sæt mindst ét mål, og giv hvert mål mindst én aftale.',
    },
    en: {
      title: 'The plan is not filled in yet',
      detail:
        'Fill in the sections that are named, set at least one goal, and give each goal at least one agreement.',
    },
  },
  'DRAFT.NOT_AN_APPROVER': {
    status: 403,
    da: { title: 'Deltageren er ikke spurgt om godkendelse', detail: 'Vælg en deltager, der er spurgt.' },
    en: { title: 'The participant is not asked for approval', detail: 'Choose a participant who is asked.' },
  },
  'DRAFT.ALREADY_ANSWERED': {
    status: 409,
    da: { title: 'Der er allerede svaret', detail: 'Se svaret i planen.' },
    en: { title: 'The answer has already been given', detail: 'See the answer in the plan.' },
  },
  'DRAFT.CITIZEN_SAID_NO': {
    status: 409,
    da: {
      title: 'Borgeren har sagt nej',
      detail:
        'Tal med borgeren, og ret planen. Siger borgeren nu ja, kan borgeren selv godkende, eller du kan notere et skriftligt ja.',
    },
    en: {
      title: 'The citizen said no',
      detail:
        'Talk with the citizen and change the plan. If the citizen says yes now, they can approve it themselves, or you can record a yes in writing.',
    },
  },
  'DRAFT.MANNER_MISSING': {
    status: 422,
    da: {
      title: 'Det mangler, hvordan borgeren svarede',
      detail: 'Skriv, om borgeren gav sit svar mundtligt eller skriftligt.',
    },
    en: {
      title: 'It is missing how the citizen answered',
      detail: 'Say whether the citizen gave the answer orally or in writing.',
    },
  },
  'DRAFT.STILL_WAITING': {
    status: 409,
    da: { title: 'Fristen for at svare er ikke gået', detail: 'Vent på svarene eller til fristen.' },
    en: { title: 'The deadline for answers has not passed', detail: 'Wait for the answers or the deadline.' },
  },
  'DRAFT.NOT_LOCKED': {
    status: 409,
    da: { title: 'Der er ingen godkendt version endnu', detail: 'Godkend den første version først.' },
    en: { title: 'There is no approved version yet', detail: 'Approve the first version first.' },
  },
  'DRAFT.ALREADY_OPEN': {
    status: 409,
    da: { title: 'Planen er allerede åben for ændringer', detail: 'Skriv videre i kladden.' },
    en: { title: 'The plan is already open for changes', detail: 'Go on writing the draft.' },
  },
  'DRAFT.CLOSED': {
    status: 409,
    da: { title: 'Planen er ikke åben for ændringer', detail: 'Åbn en revision først.' },
    en: { title: 'The plan is not open for changes', detail: 'Open a revision first.' },
  },
  'GOAL.NOT_FOUND': {
    status: 404,
    da: { title: 'Målet findes ikke', detail: 'Vælg et mål fra planens liste.' },
    en: { title: 'There is no such goal', detail: 'Choose a goal from the list of the plan.' },
  },
  'GOAL.CLOSED': {
    status: 409,
    da: { title: 'Målet er nået eller opgivet', detail: 'Opret et nyt mål.' },
    en: { title: 'The goal has been achieved or dropped', detail: 'Set a new goal.' },
  },
  'GOAL.IN_VERSION': {
    status: 409,
    da: {
      title: 'Målet står i en låst version',
      detail: 'Skriv status opgivet, hvis I ikke arbejder med målet mere.',
    },
    en: {
      title: 'The goal stands in a locked version',
      detail: 'Report it as dropped if nobody works on it any more.',
    },
  },
  'AGREEMENT.BINDING': {
    status: 409,
    da: {
      title: 'Aftalen gælder allerede',
      detail: 'Skriv, hvordan den gik: holdt, for sent, ændret til en ny aftale eller opgivet.',
    },
    en: {
      title: 'The agreement binds already',
      detail: 'Record how it went: kept, late, changed into another, or dropped.',
    },
  },
  'AGREEMENT.NOT_FOUND': {
    status: 404,
    da: { title: 'Aftalen findes ikke', detail: 'Vælg en aftale fra planens liste.' },
    en: { title: 'There is no such agreement', detail: 'Choose an agreement from the list of the plan.' },
  },
  'AGREEMENT.ALREADY_EXISTS': {
    status: 409,
    da: { title: 'Aftalen findes allerede', detail: 'Brug et nyt id.' },
    en: { title: 'The agreement already exists', detail: 'Use a new id.' },
  },
  'AGREEMENT.ALREADY_ENDED': {
    status: 409,
    da: { title: 'Aftalen er allerede afsluttet', detail: 'Lav en ny aftale.' },
    en: { title: 'The agreement has already ended', detail: 'Make a new agreement.' },
  },
  'AGREEMENT.DUE_DATE_PAST': {
    status: 422,
    da: { title: 'Aftalens frist er i fortiden', detail: 'Skriv en dato fra i dag.' },
    en: { title: 'The due date of the agreement is in the past', detail: 'Write a date from today on.' },
  },
  'AGREEMENT.REASON_MISSING': {
    status: 422,
    da: { title: 'Begrundelsen mangler', detail: 'Skriv, hvorfor aftalen blev ændret eller opgivet.' },
    en: { title: 'The reason is missing', detail: 'Write why the agreement was changed or dropped.' },
  },
  'AGREEMENT.NOT_LATE': {
    status: 422,
    da: { title: 'Fristen er ikke gået', detail: 'Skriv, at aftalen blev holdt.' },
    en: { title: 'The deadline has not passed', detail: 'Record that the agreement was kept.' },
  },
  'VERSION.NOT_FOUND': {
    status: 404,
    da: { title: 'Versionen findes ikke', detail: 'Vælg en version fra planens liste.' },
    en: { title: 'There is no such version', detail: 'Choose a version from the list of the plan.' },
  },
  'DELIVERY.NOT_FOUND': {
    status: 404,
    da: {
      title: 'Modtageren har ikke fået versionen',
      detail: 'Vælg en modtager fra listen over udsendelser.',
    },
    en: {
      title: 'The recipient was not sent the version',
      detail: 'Choose a recipient from the list of deliveries.',
    },
  },
  'DELIVERY.CHANNEL_CANNOT_TELL': {
    status: 422,
    da: { title: 'Det kan ikke vides på den måde', detail: 'Vælg en status, som kanalen kan vise.' },
    en: { title: 'This cannot be known in that way', detail: 'Choose a status that the channel can tell.' },
  },
  'DELIVERY.ALREADY_FURTHER': {
    status: 409,
    da: { title: 'Udsendelsen er allerede nået længere', detail: 'Se status på udsendelsen i planen.' },
    en: {
      title: 'The delivery has already come further',
      detail: 'See the status of the delivery in the plan.',
    },
  },
  'FOLLOW_UP.NOT_OPEN': {
    status: 409,
    da: { title: 'Der er ingen åben opfølgning', detail: 'Vent, til opfølgningen åbnes.' },
    en: { title: 'There is no open follow-up', detail: 'Wait until the follow-up opens.' },
  },
  'FOLLOW_UP.MEETING_NOT_HELD': {
    status: 409,
    da: {
      title: 'Der har ikke været holdt et møde i opfølgningen',
      detail: 'Hold mødet, og skriv, hvem der kom, eller skriv, hvorfor opfølgningen lukkes uden et møde.',
    },
    en: {
      title: 'No meeting has been held in the follow-up',
      detail: 'Hold the meeting and record who came, or write why the follow-up is closed without one.',
    },
  },
  'FOLLOW_UP.BEFORE_TODAY': {
    status: 422,
    da: { title: 'Opfølgningen ligger før i dag', detail: 'Skriv en dato fra i dag.' },
    en: { title: 'The follow-up is before today', detail: 'Write a date from today on.' },
  },
  'FOLLOW_UP.INTERVAL_NOT_ALLOWED': {
    status: 422,
    da: {
      title: 'Afstanden mellem opfølgninger er ikke tilladt',
      detail: 'Vælg et antal måneder inden for reglerne.',
    },
    en: {
      title: 'The interval between follow-ups is not allowed',
      detail: 'Choose a number of months within the policy.',
    },
  },
  'FOLLOW_UP.GOALS_WITHOUT_STATUS': {
    status: 409,
    da: { title: 'Der er mål uden status', detail: 'Skriv status for de mål, der er nævnt.' },
    en: { title: 'Some goals have no status', detail: 'Report the status of the goals that are named.' },
  },
  'FOLLOW_UP.NO_VERSION': {
    status: 409,
    da: { title: 'Der er ingen godkendt version at følge op på', detail: 'Godkend en version først.' },
    en: { title: 'There is no approved version to follow up', detail: 'Approve a version first.' },
  },
  'REQUEST.NOT_FOUND': {
    status: 404,
    da: { title: 'Borgerens ønske findes ikke', detail: 'Vælg et ønske fra planens liste.' },
    en: {
      title: 'There is no such request of the citizen',
      detail: 'Choose a request from the list of the plan.',
    },
  },
  'REQUEST.ALREADY_MADE': {
    status: 409,
    da: { title: 'Borgeren har allerede bedt om det', detail: 'Vent på svaret.' },
    en: { title: 'The citizen has already asked for it', detail: 'Wait for the answer.' },
  },
  'REQUEST.ALREADY_ANSWERED': {
    status: 409,
    da: { title: 'Ønsket er allerede besvaret', detail: 'Se svaret i planen.' },
    en: { title: 'The request has already been answered', detail: 'See the answer in the plan.' },
  },
  'REQUEST.SUBJECT_MISSING': {
    status: 422,
    da: {
      title: 'Det fremgår ikke, hvem ønsket handler om',
      detail: 'Vælg den deltager, der ikke skal være med.',
    },
    en: {
      title: 'It is not told whom the request is about',
      detail: 'Choose the participant who is to leave.',
    },
  },
  'HANDOVER.ALREADY_PROPOSED': {
    status: 409,
    da: {
      title: 'En overdragelse er allerede foreslået',
      detail: 'Vent på svaret, eller træk forslaget tilbage.',
    },
    en: {
      title: 'A handover has already been proposed',
      detail: 'Wait for the answer or withdraw the proposal.',
    },
  },
  'HANDOVER.NOT_PROPOSED': {
    status: 409,
    da: { title: 'Der er ingen foreslået overdragelse', detail: 'Foreslå en efterfølger først.' },
    en: { title: 'No handover has been proposed', detail: 'Propose a successor first.' },
  },
  'HANDOVER.NOT_THE_SUCCESSOR': {
    status: 403,
    da: { title: 'Overdragelsen er foreslået en anden', detail: 'Kun den foreslåede efterfølger kan svare.' },
    en: {
      title: 'The handover was proposed to somebody else',
      detail: 'Only the proposed successor can answer.',
    },
  },
  'HANDOVER.SAME_PERSON': {
    status: 422,
    da: { title: 'Personen er allerede koordinator', detail: 'Vælg en anden person.' },
    en: { title: 'The person already is the coordinator', detail: 'Choose another person.' },
  },
  'COORDINATOR.ALREADY_NAMED': {
    status: 409,
    da: { title: 'Planen har en koordinator', detail: 'Foreslå en overdragelse i stedet.' },
    en: { title: 'The plan has a coordinator', detail: 'Propose a handover instead.' },
  },
  'COORDINATOR.NOT_ELIGIBLE': {
    status: 422,
    da: {
      title: 'Personen kan ikke være koordinator',
      detail:
        'Vælg en, der arbejder i en organisation efter registeret, og som hverken er borgeren selv, forældremyndighedsindehaver, pårørende, bisidder eller værge i planen.',
    },
    en: {
      title: 'The person cannot be the coordinator',
      detail:
        'Choose somebody who works in an organisation by the register and is neither the citizen nor a custody holder, relative, lay supporter or guardian in the plan.',
    },
  },
  'DEPUTY.PERIOD_REVERSED': {
    status: 422,
    da: { title: 'Perioden slutter, før den begynder', detail: 'Skriv en slutdato efter begyndelsen.' },
    en: { title: 'The period ends before it begins', detail: 'Write an end after the beginning.' },
  },
  'DEPUTY.PERIOD_TOO_LONG': {
    status: 422,
    da: {
      title: 'Perioden er for lang for en stedfortræder',
      detail: 'Skriv en tidligere slutdato. Varer det længere, så overdrag planen til en anden koordinator.',
    },
    en: {
      title: 'The period is too long for a deputy',
      detail: 'Write an earlier end. If it lasts longer, hand the plan over to another coordinator.',
    },
  },
  'DEPUTY.ALREADY_APPOINTED': {
    status: 409,
    da: { title: 'Der er allerede en stedfortræder', detail: 'Afslut stedfortræderen først.' },
    en: { title: 'There already is a deputy', detail: 'Dismiss the deputy first.' },
  },
  'DEPUTY.NONE': {
    status: 409,
    da: { title: 'Der er ingen stedfortræder', detail: 'Se planens koordinator.' },
    en: { title: 'There is no deputy', detail: 'See the coordinator of the plan.' },
  },
  'TASK.NOT_FOUND': {
    status: 404,
    da: { title: 'Opgaven findes ikke', detail: 'Vælg en opgave fra planens liste.' },
    en: { title: 'There is no such task', detail: 'Choose a task from the list of the plan.' },
  },
  'TASK.DONE_WITH_THE_PLAN': {
    status: 409,
    da: {
      title: 'Opgaven er løst, når planen er afsluttet',
      detail: 'Afslut planen. Er dødsfaldet registreret ved en fejl, så ret det i registret.',
    },
    en: {
      title: 'The task is done when the plan is ended',
      detail: 'End the plan. If the death was recorded by mistake, correct it in the register.',
    },
  },
};
