const count = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** What the desk's pages of import and export say. */
export const deskExchange = {
  nav: 'Import and export',
  title: 'Import and export',
  takeOut: 'Take out',
  takeOutLead:
    'The register as it stands, as far as you may see it. What you take out imports back to nothing changed. Each export is in the audit trail.',
  whole: 'The whole register',
  wholeXlsx: 'Workbook (XLSX)',
  wholeJson: 'Dossier file (JSON)',
  one: 'One table',
  table: 'Table',
  oneXlsx: 'XLSX',
  oneCsv: 'CSV',
  template: 'Empty template',
  templateHint:
    'The sheets with their heads and drop-downs, and a dictionary that says what each column takes.',
  bringIn: 'Bring in',
  bringInLead:
    'An XLSX or a CSV (UTF-8), at most 20 MB. First you see what it would change; nothing is written before you agree. Assessments arrive submitted and wait for a reviewer. A row that is not in the file stays as it is.',
  file: 'File',
  what: 'What a CSV is',
  whatHint: 'Leave it open: the heads tell.',
  byHeads: 'As its heads tell',
  send: 'Look at it',
  noFile: 'Choose a file.',
  tooLarge: 'The file has more than 20 MB. Split it into several.',
  jobs: 'What you brought in',
  noJobs: 'Nothing yet.',
  columns: { when: 'When', what: 'What', state: 'State' },
  kinds: { 'table.preview': 'Preview', 'table.import': 'Import' },
  states: {
    queued: 'waits',
    running: 'is being worked on',
    done: 'done',
    failed: 'not done',
    cancelled: 'ended',
  },
  stages: {
    reading: 'The file is being read.',
    comparing: 'It is being compared with the record.',
    writing: 'It is being written.',
  } as Readonly<Record<string, string>>,
  waiting: 'It waits for its turn.',
  refresh: 'Look again',
  cancel: 'End it',
  cancelled: 'It was ended. Nothing was written.',
  failed: 'Something went wrong here. Nothing was written. Try again in a while.',
  previewTitle: (file: string) => `What ${file} would change`,
  importTitle: (file: string) => `Import of ${file}`,
  summary: ({
    added,
    changed,
    cells,
    unchanged,
  }: {
    added: number
    changed: number
    cells: number
    unchanged: number
  }) =>
    `${count(added, 'row is', 'rows are')} new, ${count(cells, 'cell changes', 'cells change')} in ${count(changed, 'row', 'rows')}, ${count(unchanged, 'row is', 'rows are')} on record as ${unchanged === 1 ? 'it is' : 'they are'}.`,
  nothing: 'Nothing would change.',
  errors: (n: number) => `${count(n, 'thing is', 'things are')} wrong`,
  errorsLead: 'Nothing can be imported until they are put right in the file. Then send it again.',
  firstOf: (shown: number, all: number) =>
    `The first ${shown.toLocaleString('en')} of ${all.toLocaleString('en')} are shown.`,
  errorColumns: { sheet: 'Sheet', row: 'Row', column: 'Column', message: 'What is wrong' },
  changes: 'Changes',
  changeColumns: { place: 'Row', key: 'Of', field: 'Column', from: 'On record', to: 'In the file' },
  place: (sheet: string, row: number) => `${sheet}, row ${row.toLocaleString('en')}`,
  part: (head: string, part: number | null) => (part === null ? head : `${head} (${part + 1})`),
  isNew: 'new',
  empty: 'empty',
  importIt: 'Import',
  importLead: 'All of it, or nothing.',
  reason: 'Why what changes is corrected',
  reasonHint: 'Kept with every row that is superseded, and shown with its history.',
  reasonBegin: 'Corrected in a table',
  reasonMissing: 'Say why.',
  sheets: 'What the sheets and columns are',
  sheetsLead: 'Remembered for you: the next file with the same heads is read the same way.',
  sheet: (name: string) => `Sheet “${name}”`,
  shape: 'It holds',
  skip: 'Nothing to read',
  column: (head: string) => (head === '' ? 'Column without a head' : head),
  notRead: 'is not read',
  again: 'Look again with this',
  uhri: 'Recommendations of UN bodies',
  uhriLead:
    'The file is an export of the Universal Human Rights Index. Each document becomes a source, each paragraph a recommendation.',
  area: 'Area',
  addressee: 'Addressed to',
  addresseeHint: 'A column “Addressees” in the file, with keys or names of actors, goes before this.',
  themes: 'Areas by theme',
  asAbove: 'as chosen above',
  done: ({ added, changed, submitted }: { added: number; changed: number; submitted: number }) =>
    `${count(added, 'row was', 'rows were')} added and ${count(changed, 'row was', 'rows were')} changed. ${
      submitted === 0
        ? 'No assessment was among them.'
        : `${count(submitted, 'assessment waits', 'assessments wait')} for a reviewer.`
    }`,
  doneNothing: 'Nothing was to be done: the record says all of it already.',
  another: 'Bring in another file',
  toPreview: 'Look at a new preview',
}
