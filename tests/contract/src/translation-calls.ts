import { people } from './full-record.ts'
import type { Call } from './linkage-calls.ts'
import type { TestRecord } from './open-test-record.ts'

const place = { dossier: 'invented', ref: 'XX-2011-01' } as const

/** A field put into another language, and put again. */
export function listTranslationCalls(record: TestRecord): Call[] {
  const { analyst } = people(record)
  const keep = (text: string) => async () => {
    const { ofVersion, fields } = await analyst.translation.list(place)
    const russian = fields
      .find(({ field }) => field === 'title')
      ?.translations.find((one) => one.language === 'ru')
    return analyst.translation.record({
      ...place,
      field: 'title',
      language: 'ru',
      text,
      ofVersion,
      basedOn: russian?.version ?? 0,
    })
  }
  return [
    ['translation.record', 'analyst', keep('Вымышленный закон.')],
    ['translation.record', 'analyst', keep('Принять вымышленный закон.')],
  ]
}
