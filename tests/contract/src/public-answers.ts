import { strFromU8, unzipSync } from 'fflate'
import { buildPublicData, callAs, type TestRecord } from './open-test-record.ts'
import { callProcedure, procedures } from './procedures.ts'

/** Cuts at which everything public is asked for: now, and some past ones. */
const cuts = [
  {},
  { asOf: '2013-06-30' },
  { asOf: '2999-01-01', knownAt: '9999-12-31T00:00:00Z' },
  { lang: 'ru' },
]

export type Answers = ReadonlyMap<string, string>

/**
 * Everything that the public can be told: every public procedure at several cuts, every address of public data as JSON,
 * CSV and XLSX, with what search, sort and filters find, and what is answered to names that are not there. Headers included.
 *
 * @param probes texts that are searched for and asked for by name, as somebody would who guesses
 */
export async function readPublicAnswers(
  record: TestRecord,
  {
    dossier,
    refs,
    milestones,
    probes = [],
  }: { dossier: string; refs: readonly string[]; milestones: readonly string[]; probes?: readonly string[] },
): Promise<Answers> {
  const answers = new Map<string, string>()
  const reader = callAs(record)
  const note = async (name: string, call: () => Promise<unknown>) => {
    try {
      answers.set(name, JSON.stringify(await call()))
    } catch (error) {
      const { message, code, cause } = error as Error & { code?: string }
      answers.set(
        name,
        JSON.stringify({ message, code, cause: (cause as { refusal?: unknown } | undefined)?.refusal }),
      )
    }
  }
  const inputsOf = (path: string): Record<string, unknown>[] => {
    if (path === 'dossier.list') return [{}]
    const own: Record<string, unknown>[] =
      path === 'recommendation.get' || path === 'evidence.list'
        ? refs.map((ref) => ({ ref }))
        : path === 'milestone.get'
          ? milestones.map((key) => ({ key }))
          : [{}]
    const searched =
      path === 'recommendation.list' || path === 'source.list'
        ? probes.map((q) => ({ q: q.slice(0, 200) }))
        : []
    return [...own.flatMap((input) => cuts.map((cut) => ({ ...input, ...cut }))), ...searched].map(
      (input) => ({ dossier, ...input }),
    )
  }
  const open = Object.keys(procedures).filter((path) => procedures[path]?.meta?.permission === 'read.public')
  for (const path of open)
    for (const input of inputsOf(path))
      await note(`${path} ${JSON.stringify(input)}`, () => callProcedure(reader, path, input))
  const data = buildPublicData(record)
  const plain = [
    '',
    '/recommendations',
    '/linkage',
    '/leverage',
    '/consistency',
    '/milestones',
    '/cases',
    '/rounds',
    '/timeline',
    '/changes',
    '/sources',
    '/method',
  ]
  const pages = [
    ...plain,
    ...refs.map((ref) => `/recommendations/${ref}`),
    ...milestones.map((key) => `/milestones/${key}`),
    '/recommendations/XX-0000-00',
    '/milestones/nothing',
  ]
  const addresses = pages.flatMap((page) =>
    ['json', 'csv', 'xlsx'].flatMap((format) =>
      ['', '?asOf=2013-06-30', '?asOf=x', '?lang=ru'].map((query) => `/${dossier}${page}.${format}${query}`),
    ),
  )
  addresses.push(
    ...['catalog.jsonld', 'dataset.jsonld', 'datapackage.json', 'feed.atom', 'data.json', 'cases.bib'].map(
      (file) => `/${dossier}/${file}`,
    ),
    ...refs.flatMap((ref) =>
      ['/feed.atom', '.csl.json'].map((ending) => `/${dossier}/recommendations/${ref}${ending}`),
    ),
  )
  for (const probe of probes)
    addresses.push(
      `/${dossier}/recommendations.json?q=${encodeURIComponent(probe)}`,
      `/${dossier}/sources.csv?q=${encodeURIComponent(probe)}`,
      `/${dossier}/sources.xlsx?q=${encodeURIComponent(probe)}`,
    )
  for (const address of addresses) {
    const response = await data.request(address)
    const body = formatBody(new Uint8Array(await response.arrayBuffer()))
    // A workbook names its own address. What the asker wrote into it is no answer to the asker.
    const asked = new URL(address, 'http://localhost').search.slice(1)
    answers.set(
      address,
      `${response.status} ${JSON.stringify([...response.headers])} ${asked === '' ? body : body.replaceAll(`?${asked}&amp;`, '?')}`,
    )
  }
  return answers
}

/** A body as text to search in; of a workbook, which is a zip, every file that is packed in it, by its name. */
function formatBody(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes)
  return Object.entries(unzipSync(bytes))
    .map(([path, part]) => `${path}\n${strFromU8(part)}`)
    .join('\n')
}
