import type { Language } from './problem.types.js';

/** In Danish what the rules expect; they say it in English, with the codes of fields, roles and answers as they are. */
const DANISH: Readonly<Record<string, string>> = {
  'Six first digits DDMMYY of a day that exists.': 'Seks første cifre DDMMÅÅ af en dag, der findes.',
  'Ten digits DDMMYYSSSS, with or without a hyphen after the sixth.':
    'Ti cifre DDMMÅÅLLLL, med eller uden bindestreg efter det sjette.',
  'a birth date from 1900 on': 'en fødselsdato fra 1900 og frem',
  'a birth date that is not in the future': 'en fødselsdato, der ikke ligger i fremtiden',
  'to cancel or record meetings, to coordinate, and to end the plan':
    'at aflyse eller registrere møder, at koordinere og at afslutte planen',
  'somebody who lives, as the register has it': 'en, der lever, som registret har det',
  'a plan that can go on': 'en plan, der kan fortsætte',
  'the newest version with everybody who may have it: no delivery that waits or has failed':
    'den nyeste version hos alle, der må få den: ingen levering, der venter eller er mislykket',
  'a meeting that has not begun': 'et møde, der ikke er begyndt',
  'the status dropped, for a goal of a locked version': 'status dropped, når målet står i en låst version',
  'a goal of which no agreement binds': 'et mål uden bindende aftaler',
  "the citizen's own approval, or written": 'borgerens eget ja, eller written',
  'an agreement that does not bind yet; one that binds ends with an outcome':
    'en aftale, der ikke binder endnu; en, der binder, afsluttes med et udfald',
  'somebody who may see the goals': 'en, der må se målene',
  'a letter to somebody whose address is not protected': 'et brev til en, hvis adresse ikke er beskyttet',
  'a protection that is not lifted': 'en beskyttelse, der ikke ophæves',
  'somebody else; a citizen who no longer wants to take part has the plan ended (citizenWithdrew)':
    'en anden; en borger, der ikke vil være med længere, får planen afsluttet (citizenWithdrew)',
  'something else than what waits for an answer': 'noget andet end det, der venter på svar',
  'the citizen from 15 years on, a custody holder for a younger child':
    'borgeren fra 15 år, en forældremyndighedsindehaver for et yngre barn',
  'somebody who works in an organisation of the register': 'en, der arbejder i en organisation i registret',
  'a colleague who works in the organisation of the participant':
    'en kollega, der arbejder i deltagerens organisation',
  'a practitioner, coordinator or team leader who works in an organisation of the register':
    'en medarbejder, koordinator eller leder, der arbejder i en organisation i registret',
  'the organisation in which the person works, or one above it':
    'den organisation, personen arbejder i, eller en over den',
  'an authority or provider; a consent to a person is to that person alone':
    'en myndighed eller behandler; et samtykke til en person gælder kun den person',
  'somebody who works in the organisation of the participant, or in one below it':
    'en, der arbejder i deltagerens organisation eller i en under den',
  'somebody who does not take part as a custody holder, relative, lay supporter or guardian':
    'en, der ikke deltager som forældremyndighedsindehaver, pårørende, bisidder eller værge',
  'custodyHolder: a child under 15 years consents to no disclosure':
    'custodyHolder: et barn under 15 år giver ikke selv samtykke til videregivelse',
  'citizen: nobody takes part as a guardian': 'citizen: ingen deltager som værge',
  'another basis: this one is for what a custody holder gives':
    'et andet grundlag: dette er til det, en forældremyndighedsindehaver giver',
  'oral or written: a digital consent is given by whoever is signed in':
    'oral eller written: et digitalt samtykke gives af den, der er logget ind',
  'whoever is signed in: what somebody else says is recorded by staff':
    'den, der er logget ind: det, andre siger, skrives ned af medarbejdere',
  'a recipient whom nobody else on the side of the citizen has refused':
    'en modtager, som ingen anden på borgerens side har sagt nej til',
  'the coordinator: who is said to have a say is not kept out by another':
    'koordinator: den, der siges at have noget at sige, holdes ikke ude af en anden',
  'their own word, or a decision that is recorded: whoever has a say is not removed by another':
    'deres eget ord eller en afgørelse, der noteres: den, der har noget at sige, fjernes ikke af en anden',
  'somebody whose part is confirmed': 'en, hvis del er bekræftet',
  'a custody holder or guardian whose part is confirmed':
    'en forældremyndighedsindehaver eller værge, hvis del er bekræftet',
  'one decision at a time': 'én afgørelse ad gangen',
  'somebody else: who has a say themself leaves by their own word':
    'en anden: den, der selv har noget at sige, går ud ved sit eget ord',
  'somebody else than who recorded it, who does not profit from it':
    'en anden end den, der noterede det, og som ikke har fordel af det',
  'which document was seen, and of what day it is': 'hvilket dokument der er set, og dets dato',
  'a day that has been': 'en dag, der har været',
  'somebody who does not act in this plan for an authority':
    'en, der ikke handler for en myndighed i denne plan',
  'somebody who does not take part as the citizen, a custody holder, relative, lay supporter or guardian':
    'en, der ikke er med som borger, forældremyndighedsindehaver, pårørende, bisidder eller værge',
  'the citizen: what they consented to from 15 years on, they alone narrow or withdraw':
    'borgeren: det, de selv har givet samtykke til fra 15 år, indskrænker eller trækker de alene tilbage',
  'kinds of information that you may see yourself': 'slags oplysninger, som du selv må se',
  'oral or written: a digital answer is given by whoever is signed in':
    'oral eller written: et digitalt svar gives af den, der er logget ind',
  'pending: those who hold custody of a child under 15 years are asked when they take part':
    'pending: de, der har forældremyndighed over et barn under 15 år, spørges, når de er med',
  'a custody holder whose part is confirmed; the team leader where nobody who holds custody takes part':
    'en forældremyndighedsindehaver, hvis del er bekræftet; teamlederen, når ingen med forældremyndighed er med',
  'the custody holder whose answer it is': 'den forældremyndighedsindehaver, hvis svar det er',
  'somebody who was invited, or who may know of the meeting':
    'en, der var inviteret eller må vide noget om mødet',
  'a document that was uploaded for the party that answers':
    'et dokument, der er uploadet for den part, der svarer',
  'why the follow-up is closed without a meeting': 'hvorfor opfølgningen lukkes uden et møde',
  'when the text that was read had been sent out': 'hvornår den tekst, der blev læst, var sendt ud',
  'the key of an overlap in the list': 'nøglen på et overlap i listen',
  'a day after today': 'en dag efter i dag',
  'a draft that is not out for approval': 'en kladde, der ikke er sendt til godkendelse',
  'a kind that the consent has; a consent to nothing is withdrawn':
    'en slags oplysning, som samtykket gælder; et samtykke til ingenting trækkes tilbage',
  'a locked version to revise': 'en låst version at ændre',
  'a plan that did not end by death or merging': 'en plan, der ikke sluttede ved død eller sammenlægning',
  'a revision that has been opened': 'en ændring, der er åbnet',
  'a status for every goal in this follow-up': 'en status for hvert mål i denne opfølgning',
  'a task to send a letter': 'en opgave om at sende et brev',
  'a withdrawal ends the plan (citizenWithdrew)':
    'planen afsluttes, når borgeren ikke vil mere (citizenWithdrew)',
  'after from': 'efter from',
  'an answer for every proposed time': 'et svar til hvert foreslået tidspunkt',
  'an answer of the proposed successor': 'et svar fra den foreslåede efterfølger',
  'an authority or provider; a consent to a relative or guardian is to that person alone':
    'en myndighed eller behandler; et samtykke til en pårørende eller værge gælder kun den person',
  'an existing plan or a document; otherwise answer noPlan or cannotAnswer':
    'en eksisterende plan eller et dokument; ellers svares noPlan eller cannotAnswer',
  'an id that exists': 'et id, der findes',
  'an open request': 'en åben anmodning',
  'an optionId of its own for each time': 'et optionId for hvert tidspunkt',
  'an organisation with a CVR number': 'en organisation med CVR-nummer',
  'another role: nobody holds custody of somebody who is of age':
    'en anden rolle: ingen har forældremyndighed over en myndig',
  'another version': 'en anden version',
  'at least one': 'mindst én',
  'at least one time': 'mindst ét tidspunkt',
  'citizen: nobody holds custody of somebody who is of age':
    'citizen: ingen har forældremyndighed over en myndig',
  'every agreement kept, late, changed or dropped':
    'hver aftale holdt, forsinket, ændret eller opgivet (kept, late, changed, dropped)',
  'every agreement of the goal ended first': 'at alle målets aftaler er afsluttet først',
  'fewer kinds of information than the consent has now': 'færre slags oplysninger, end samtykket gælder nu',
  'in the future': 'i fremtiden',
  'kept: its date is not over': 'kept: datoen er ikke overskredet',
  'least, usual and most in this order': 'least, usual og most i den rækkefølge',
  'move it': 'at mødet flyttes',
  'no failed delivery': 'ingen mislykket levering',
  'optionId, or from and to': 'optionId, eller from og to',
  'practitioner, coordinator or teamLeader': 'practitioner, coordinator eller teamLeader',
  'roles and a sign-in that the actor may give': 'roller og et login, som du må give',
  'roles that the actor may give': 'roller, som du må give',
  'somebody else than the coordinator': 'en anden end koordinatoren',
  'somebody else than the citizen': 'en anden end borgeren',
  'the agreement that takes its place': 'den aftale, der træder i stedet',
  'the citizen, or a second person who does not belong to the recipient':
    'borgeren, eller en anden, der ikke hører til modtageren',
  "the citizen's approval, since the citizen said no to an earlier draft":
    'borgerens ja, da borgeren har sagt nej til en tidligere kladde',
  'the kind of a meeting that was not proposed before':
    'hvilken slags møde det er, når det ikke er foreslået før',
  'the newest version': 'den nyeste version',
  'a plan of the same citizen: whoever takes part in it as somebody else is another person':
    'en plan for den samme borger: den, der deltager i den som en anden, er en anden person',
  'a plan that has not ended': 'en plan, der ikke er afsluttet',
  'a plan that you coordinate or lead, too':
    'en plan, som du også er koordinator, stedfortræder eller teamleder for',
  'another plan': 'en anden plan',
  'two plans of a citizen who lives': 'to planer for en borger, der lever',
  'the plan that this one is merged into, only for merged':
    'den plan, som denne lægges sammen med; kun ved merged',
  'today or later': 'i dag eller senere',
  'true for a relative or lay supporter, who take part only as the citizen wishes':
    'true for en pårørende eller bisidder, som kun deltager, hvis borgeren ønsker det',
  'who is to leave': 'hvem der skal forlade planen',
  'why it was late, changed or dropped': 'hvorfor den blev forsinket, ændret eller opgivet',
  'why the citizen was not told': 'hvorfor borgeren ikke fik det at vide',
  'why the meeting was held without the citizen': 'hvorfor mødet blev holdt uden borgeren',
  text: 'en tekst',
};

/** The same for what has a date, a number or a code in it. */
const DANISH_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^(\d+) to (\d+)$/, '$1 til $2'],
  [/^none: whoever is (\w+) takes part as a person$/, 'ingen: som $1 deltager man som person'],
  [/^more than (\w+)$/, 'mere end $1'],
  [/^at the latest (\S+)$/, 'senest $1'],
  [/^at most (\d+) months after from$/, 'højst $1 måneder efter from'],
  [/^null, or a basis of what cannot wait: (.*)$/, 'null eller et grundlag til det, der ikke kan vente: $1'],
  [/^every answer, or the deadline (\S+)$/, 'alle svar, eller fristen $1'],
  [/^not before (\S+)$/, 'ikke før $1'],
  [
    /^at most (\d+) goals, interventions and appointments together; the rest as a document$/,
    'højst $1 mål, indsatser og aftaler tilsammen; resten som dokument',
  ],
  [/^not before (\S+); an urgent meeting may be sooner$/, 'ikke før $1; et hastemøde må være før'],
  [
    /^no later than (\S*), when the citizen comes of age and consents alone$/,
    'senest $1, hvor borgeren bliver myndig og selv samtykker',
  ],
];

/** What the rules expect, in the language of the answer. What has no Danish words here is a code, and stays one. */
export function expectedIn(language: Language, expected: string): string {
  if (language === 'en') return expected;
  if (Object.hasOwn(DANISH, expected)) return DANISH[expected] ?? expected;
  const pattern = DANISH_PATTERNS.find(([english]) => english.test(expected));
  return pattern === undefined ? expected : expected.replace(...pattern);
}
