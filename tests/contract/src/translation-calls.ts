import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import type { TestRecord } from './open-test-record.ts'

const dossier = 'invented'
type Kind =
  | 'dossier'
  | 'area'
  | 'round'
  | 'milestone'
  | 'commitment'
  | 'recommendation'
  | 'step'
  | 'finding'
  | 'case'
export type Place = {
  readonly kind: Kind
  readonly key: string
  readonly field: string
  readonly language: string
}

/** A table of translations that has no row. */
export const aTranslationTable = {
  name: 'Translations.csv',
  base64: Buffer.from(
    'Kind,Key,Name,Field,Language,Original,Translation,State,Number on record\nround,nothing,x,title,ru,x,,missing,0\n',
  ).toString('base64'),
} as const
/** The hash of a plan without changes. */
export const emptyPlan = '4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945'

/** Keeps a text in another language, by the version that stands. */
export async function translate(record: TestRecord, { kind, key, field, language }: Place, text: string) {
  const { analyst } = people(record)
  const { ofVersion, fields } = await analyst.translation.get({ dossier, kind, key })
  const before = fields
    .find((one) => one.field === field)
    ?.translations.find((one) => one.language === language)
  return analyst.translation.record({
    dossier,
    kind,
    key,
    field: field as 'title',
    language: language as 'ru',
    text,
    ofVersion,
    basedOn: before?.version ?? 0,
  })
}

/** A field put into another language, and put again; a table brought in. */
export function listTranslationCalls(record: TestRecord): Call[] {
  const { analyst } = people(record)
  const title = { kind: 'recommendation', key: 'XX-2011-01', field: 'title', language: 'ru' } as const
  let taken = ''
  const takeOut = async () => {
    taken = (await analyst.translation.export({ dossier, format: 'csv', language: 'ru' })).base64
  }
  const bringIn = async () => {
    const lines = Buffer.from(taken, 'base64').toString('utf8').split('\r\n')
    const filled = lines.map((line) =>
      line.replace(/^(area,.*),,missing,0$/, '$1,Вымышленная область.,missing,0'),
    )
    const base64 = Buffer.from(filled.join('\r\n')).toString('base64')
    const file = { dossier, name: 'Translations.csv', base64 }
    const { basis } = await analyst.translation.check(file)
    return analyst.translation.import({ ...file, basis })
  }
  return [
    ['translation.record', 'analyst', () => translate(record, title, 'Вымышленный закон.')],
    ['translation.record', 'analyst', () => translate(record, title, 'Принять вымышленный закон.')],
    ['translation.export', 'analyst', takeOut],
    ['translation.import', 'analyst', bringIn],
  ]
}
