import { literal, rowsOf } from "./cell-table.ts";
import type { Option } from "./examination.ts";
import { counted } from "./infer-column.ts";
import { allFound, askAbout, type Found, placesWhere, type Scene } from "./scene.ts";

/** Given names that are common in much of the world; a column in which they come often is one of people. */
const givenNames = [
  "ahmed aisha alexander ali alice amir amy ana andrea andrew angela anita anna anne anthony antonio ben barbara brian",
  "carlos carol chen chloe christian christine daniel david deborah diego donna edward elena elif elizabeth emily emma",
  "eric eva fatima felix fatma francesco frank gabriel george giulia grace hanna hans hassan heather helen henry hiroshi",
  "hugo ibrahim ines ingrid isabel ivan jack jacob james jan jane jason jean jennifer jessica joan johan john jonas",
  "jose joseph juan julia julie karen karl kate katherine kenneth kevin khalid klaus lars laura lea leila lena leo linda",
  "lisa louis lucas lucia luis luke maria marie mario mark markus marta martin mary matteo matthew mehmet mei michael",
  "miguel mohamed mohammed monica nadia nancy natalia nicole nina noah nora oliver olga omar pablo patricia patrick paul",
  "pedro peter petra philip pierre priya rachel rahul raj rebecca richard robert rosa ruth ryan samuel sandra sara sarah",
  "scott sergei sofia sophie stefan stephen steven susan sven tanaka tatiana thomas tim tom ursula victor wei william",
  "xavier yan yasmin yuki yusuf zoe",
].flatMap((line) => line.split(" "));

const named = {
  person:
    /^(first|last|full|given|family|sur|middle|maiden|patient|student|customer|client|employee|user|contact|author|person)[ _.-]?names?$|^(surname|nachname|vorname|nombre|apellidos?|prenom|forename)$/i,
  phone: /(^|[ _.-])(phone|tel|telephone|mobile|fax|cell ?phone|handy)([ _.-]?(no|nr|number))?$/i,
  birth: /^(date[ _.-]?of[ _.-]?birth|birth[ _.-]?da(te|y)|dob|geburtsdatum)$/i,
  address:
    /(^|[ _.-])(street|address|street[ _.-]?address|postal[ _.-]?address|strasse|anschrift)([ _.-]?\d)?$/i,
  account:
    /^(ssn|social[ _.-]?security.*|passport.*|iban|tax[ _.-]?id|national[ _.-]?id|credit[ _.-]?card.*)$/i,
};

const patterns = {
  email: "[[:alnum:]._%+-]+@[[:alnum:]-]+(\\.[[:alnum:]-]+)*\\.[[:alpha:]]{2,}",
  phone: "(\\+\\d{1,3}[ .-]?)?(\\(\\d{1,5}\\)[ .-]?)?\\d{1,5}([ ./-]\\d{2,6}){1,4}( ?x\\d+)?|\\+\\d{8,15}",
  ssn: "\\d{3}-\\d{2}-\\d{4}",
  iban: "[A-Z]{2}\\d{2}( ?[A-Z0-9]{4}){3,7}( ?[A-Z0-9]{1,3})?",
  ip: "((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)",
  street: ".*[[:alpha:]]{3,}.* \\d+[a-z]?|\\d+ .*[[:alpha:]]{3,}.*",
};

/** How many cells of a column look like each of these. */
interface Counts {
  readonly total: number;
  readonly email: number;
  readonly phone: number;
  readonly ssn: number;
  readonly iban: number;
  readonly ip: number;
  readonly street: number;
  readonly givenName: number;
}

/** Columns that seem to tell who somebody is. The safe choice is to leave them out. */
export async function findPersonalData(scene: Scene): Promise<Found> {
  const counts = await countLookalikes(scene);
  const places = placesWhere(scene, ({ facts }) => facts.present > 0);
  return allFound(
    places.map(({ column, position }) => {
      const found = counts.get(position);
      const reason = found === undefined ? null : reasonOf(column.name, found);
      return reason === null ? { findings: [], questions: [] } : asPersonal(column.name, reason, scene);
    }),
  );
}

async function countLookalikes({ connection }: Scene): Promise<Map<number, Counts>> {
  const full = (pattern: string) => `coalesce(sum(n) FILTER (regexp_full_match(t, ${literal(pattern)})), 0)`;
  const isPhone = `regexp_full_match(t, ${literal(patterns.phone)}) AND NOT date AND NOT regexp_matches(t, '^\\d{4,}[-/.]\\d{1,2}[-/.]\\d{1,2}$|^\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4,}$') AND
    length(regexp_replace(t, '\\D', '', 'g')) BETWEEN 9 AND 15 AND NOT regexp_full_match(t, '\\d+\\.\\d+')`;
  const firstWord = "regexp_extract(lower(t), '^[[:alpha:]]+')";
  const lastWord = "regexp_extract(lower(t), '^[[:alpha:]-]+, *([[:alpha:]]+)', 1)";
  const names = givenNames.map(literal);
  const rows = await rowsOf(
    connection,
    `SELECT col, sum(n), coalesce(sum(n) FILTER (regexp_matches(t, ${literal(patterns.email)})), 0),
       coalesce(sum(n) FILTER (${isPhone}), 0), ${full(patterns.ssn)}, ${full(patterns.iban)}, ${full(patterns.ip)},
       ${full(patterns.street)},
       coalesce(sum(n) FILTER (${firstWord} IN (${names}) OR ${lastWord} IN (${names})), 0)
     FROM judged WHERE NOT code GROUP BY col`,
  );
  return new Map(
    rows.map((row) => {
      const [col = 0, total = 0, email = 0, phone = 0, ssn = 0, iban = 0, ip = 0, street = 0, givenName = 0] =
        row.map(Number);
      return [col, { total, email, phone, ssn, iban, ip, street, givenName }];
    }),
  );
}

function reasonOf(name: string, counts: Counts): string | null {
  const { total } = counts;
  const most = (n: number) => n > 0.5 * total;
  const share = (n: number) => `${counted(n)} of ${counted(total)} cells`;
  if (counts.email > 0) return `holds e-mail addresses: ${share(counts.email)}`;
  if (most(counts.ssn) || named.account.test(name))
    return "seems to hold numbers of identity cards or the like";
  if (most(counts.iban)) return `holds bank accounts: ${share(counts.iban)}`;
  if (most(counts.ip)) return `holds addresses of computers: ${share(counts.ip)}`;
  if (most(counts.phone) || named.phone.test(name)) return "seems to hold phone numbers";
  if (counts.givenName > 0.25 * total && total > 1)
    return `holds names of people: ${share(counts.givenName)}, or so`;
  if (named.person.test(name)) return "is called a person's name";
  if (named.birth.test(name)) return "seems to hold days of birth";
  if (named.address.test(name) && most(counts.street)) return "seems to hold postal addresses";
  return null;
}

function asPersonal(name: string, reason: string, { roles }: Scene): Found {
  const finding = {
    kind: "personal-data",
    column: name,
    text: `"${name}" ${reason}.`,
    evidence: [],
  } as const;
  const isWanted = [roles.target, roles.time, ...roles.groups].includes(name);
  if (isWanted) return { findings: [finding], questions: [] };
  const leave: Option = { name: "leave-out", text: "Leave the column out.", effect: { leaveOut: true } };
  const keep: Option = { name: "keep", text: "Keep it; nobody can be harmed by it.", effect: {} };
  return {
    findings: [finding],
    questions: [
      askAbout(
        "personal",
        name,
        `"${name}" ${reason}. May it be handed to learners?`,
        [leave, keep],
        leave,
        "What tells who somebody is should not be handed on without need.",
      ),
    ],
  };
}
