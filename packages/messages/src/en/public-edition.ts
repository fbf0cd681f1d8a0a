/** Copy of the public pages of editions. Part of `publicMessages`; see there. */

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const editionMessages = {
  title: 'Editions',
  over: 'Frozen, signed, citable',
  h1: (n: number) =>
    n === 0 ? 'No edition has been published yet' : `${some(n, 'edition', 'editions')} of this record`,
  lead: 'An edition is a cut through the record that two people published. It never changes: a mistake is corrected by a later edition that says so. Each can be checked without trusting this site.',
  list: 'Published editions',
  listCaption: 'Editions, the latest published first',
  edition: 'Edition',
  asOf: 'State of',
  published: 'Published',
  corrects: (id: string) => `Corrects ${id}`,
  correctedBy: 'Corrected by a later edition',
  none: 'When one is published it stands here for good.',
  page: (title: string, id: string) => `Edition ${id}, ${title}`,
  headLead: (asOf: string, knownAt: string, method: string) =>
    `The state of ${asOf}, as the record held it at ${knownAt}, by method ${method}.`,
  correction: (id: string, what: string) => `It corrects ${id}: ${what}`,
  superseded: (title: string, date: string, what: string) => `Corrected on ${date} by “${title}”: ${what}`,
  supersededTitle: 'A later edition corrects this one',
  correctionTitle: 'This edition corrects an earlier one',
  figures: 'Figures as they are frozen',
  scope: 'Scope',
  distribution: 'Findings',
  coverage: 'Assessed',
  index: 'Index',
  overall: 'All areas',
  euSide: 'What was asked of the EU',
  live: 'The same cut in the record as it is kept now',
  downloads: 'Take it along',
  downloadsNote: 'The same bytes, for good.',
  files: {
    zip: 'everything: data, tables, README with every column, method, licence, hashes, signature',
    json: 'the data that are hashed and signed',
    csv: 'the recommendations with their standings',
    xlsx: 'all tables as a workbook',
  },
  rows: (n: number) => some(n, 'row', 'rows'),
  bytes: (kilobytes: string) => `${kilobytes} kB`,
  withoutCases:
    'Cases are not in an edition: what is frozen for good holds nothing that a person may take back.',
  proof: 'How to check it',
  proofNote: 'Without trusting this site.',
  proofSteps: [
    'Download the zip.',
    'Run: waymark edition verify FILE.zip --key KEY',
    'It says that the edition is whole, or names the file that differs. No database is needed.',
  ],
  proofByHand: 'By hand: sha256sum of the JSON file must be the hash of the data below.',
  dataSha256: 'SHA-256 of the data',
  zipSha256: 'SHA-256 of the zip',
  manifestSha256: 'SHA-256 of the manifest',
  key: 'Key',
  keyNote:
    'The public key of this installation. Note it down elsewhere: who has it can tell a true edition from a forged one.',
  keyNone: 'This installation has no key yet.',
  signature: 'Signature of the manifest',
  checkpoint: 'Checkpoint of the audit log',
  checkpointNote: (entries: string) =>
    `The log had ${entries} entries just before the publication. Keep the checkpoint: a later log that leaves out or rewrites anything before it can be found out.`,
  compare: 'Compare with another edition',
  compareWith: 'Edition',
  compareGo: 'Compare',
  comparedTitle: (from: string, to: string) => `From ${from} to ${to}`,
  comparedOver: 'Two editions beside each other',
  comparedLead:
    'Both as they were published. What changed is told by the same rules as on the page “What changed”.',
  comparedItems: (n: number) =>
    n === 0
      ? 'No recommendation stands differently'
      : `${some(n, 'recommendation stands', 'recommendations stand')} differently`,
  recommendation: 'Recommendation',
  before: 'Before',
  after: 'After',
  change: 'Change',
  absent: 'not counted',
  reworded: 'Reworded',
  tables: 'Rows in each table',
  table: 'Table',
  back: 'The edition alone',
}

export type EditionMessages = typeof editionMessages
