import type { TranslationListInput } from '@waymark/api/features/translation/translation.input'
import type { TranslationList } from '@waymark/api/features/translation/translation.view'
import { type Column, DataTable } from '@waymark/ui/data-table'
import { SelectField } from '@waymark/ui/field'
import { Pager } from '@waymark/ui/pager'
import { buildPagerItems } from '../public/pager-items.ts'
import { PageLink } from './page-link.tsx'
import { useDeskWords } from './use-desk-words.ts'

type Count = TranslationList['counts'][number]
type Row = TranslationList['rows'][number]
type Kind = Count['kind']
const languages = ['ru', 'kk', 'en'] as const

/** How much is missing and out of date, a row a kind, a column a language; each number leads to those texts. */
export function TranslationCounts({ dossier, counts }: { dossier: string; counts: readonly Count[] }) {
  const { t } = useDeskWords()
  const copy = t.translation
  const rows = [...Map.groupBy(counts, ({ kind }) => kind)].map(([kind, of]) => ({ kind, of }))
  const columns: readonly Column<{ kind: Kind; of: Count[] }>[] = [
    { key: 'kind', header: copy.counts.kind, cell: ({ kind }) => copy.kinds[kind] },
    ...languages.map((language) => ({
      key: language,
      header: copy.languages[language],
      narrowLabel: copy.languages[language],
      cell: ({ kind, of }: { kind: Kind; of: Count[] }) => {
        const count = of.find((one) => one.language === language)
        if (count === undefined) return null
        const { missing, outdated, current } = count
        if (missing + outdated === 0) return <span className="quiet">{copy.counts.all(current)}</span>
        const address = new URLSearchParams({ kind, language, state: 'open' })
        return (
          <PageLink href={`/desk/${dossier}/translations?${address}#texts`}>
            {copy.counts.open(missing, outdated)}
          </PageLink>
        )
      },
    })),
  ]
  return <DataTable caption={copy.counts.caption} columns={columns} rows={rows} getKey={({ kind }) => kind} />
}

export function TranslationFilter({ asked }: { asked: TranslationListInput }) {
  const { t } = useDeskWords()
  const copy = t.translation
  const { filter } = copy
  const listOptions = (first: string, labels: Readonly<Record<string, string>>) => [
    { value: '', label: first },
    ...Object.entries(labels).map(([value, label]) => ({ value, label })),
  ]
  return (
    <form method="get" className="inline" aria-label={filter.label}>
      <SelectField
        id="kind"
        name="kind"
        label={filter.kind}
        options={listOptions(filter.everyKind, copy.kinds)}
        defaultValue={asked.kind ?? ''}
      />
      <SelectField
        id="language"
        name="language"
        label={filter.language}
        options={listOptions(filter.everyLanguage, copy.languages)}
        defaultValue={asked.language ?? ''}
      />
      <SelectField
        id="state"
        name="state"
        label={filter.state}
        options={listOptions(filter.everyState, { open: filter.openState, ...copy.states })}
        defaultValue={asked.state ?? ''}
      />
      <button type="submit" className="btn">
        {filter.show}
      </button>
    </form>
  )
}

const cutText = (text: string): string => {
  const letters = [...text]
  return letters.length > 200 ? `${letters.slice(0, 200).join('')} …` : text
}

export function TranslationRows({
  dossier,
  asked,
  list,
}: {
  dossier: string
  asked: TranslationListInput
  list: TranslationList
}) {
  const { t } = useDeskWords()
  const copy = t.translation
  const columns: readonly Column<Row>[] = [
    {
      key: 'what',
      header: copy.list.what,
      cell: ({ kind, key, label, field }) => (
        <>
          <PageLink href={`/desk/${dossier}/translations/${kind}/${key}#${field}`}>{label}</PageLink>{' '}
          <span className="quiet line">
            {copy.kinds[kind]}: {copy.fields[field]}
          </span>
        </>
      ),
    },
    { key: 'original', header: copy.list.original, cell: ({ original }) => cutText(original) },
    {
      key: 'language',
      header: copy.list.language,
      narrowLabel: copy.list.language,
      cell: ({ language }) => copy.languages[language],
    },
    {
      key: 'state',
      header: copy.list.state,
      narrowLabel: copy.list.state,
      cell: ({ state }) =>
        state === 'outdated' ? <span className="badge">{copy.states[state]}</span> : copy.states[state],
    },
  ]
  if (list.rows.length === 0) return <p className="quiet">{copy.list.none}</p>
  const href = (page: number) => {
    const { kind, language, state } = asked
    const kept = Object.entries({ kind, language, state }).filter(([, value]) => value !== undefined)
    return `?${new URLSearchParams([...(kept as [string, string][]), ['page', String(page)]])}#texts`
  }
  return (
    <>
      <DataTable
        caption={copy.list.title}
        hideCaption
        columns={columns}
        rows={list.rows}
        getKey={({ kind, key, field, language }) => `${kind} ${key} ${field} ${language}`}
      />
      {list.pages > 1 && (
        <Pager
          items={buildPagerItems(list.pages, href, list.page)}
          current={list.page}
          words={{ ...copy.pager, summary: copy.pager.summary(list.page, list.pages) }}
        />
      )}
    </>
  )
}
