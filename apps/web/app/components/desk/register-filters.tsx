import { registerWork } from '@waymark/api/features/register/register.input'
import { InputField, SelectField } from '@waymark/ui/field'
import type { FormEvent } from 'react'
import type { DeskWords } from './desk-words.ts'
import { PageForm, PageLink } from './page-link.tsx'
import { buildRegisterHref, keptFields, type RegisterQuery, sortColumns } from './register-query.ts'
import { useDeskWords } from './use-desk-words.ts'

const buildAnyChoice = ({ t }: DeskWords) => ({ value: '', label: t.desk.register.any })
const listSides = ({ t }: DeskWords) =>
  Object.entries(t.desk.side).map(([value, label]) => ({ value, label }))
const listWorks = ({ t }: DeskWords) =>
  registerWork.map((value) => ({ value, label: t.register.work[value] }))

/** Every order of the register. Wide pages sort by the heads of the columns; there the field only keeps the order. */
const listSorts = ({ t }: DeskWords) =>
  sortColumns.flatMap((column) => [
    { value: column, label: t.desk.register.upwards(t.register.columns[column]) },
    { value: `-${column}`, label: t.desk.register.downwards(t.register.columns[column]) },
  ])

const getLabel = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value

type Areas = readonly { readonly key: string; readonly title: string; readonly count: number }[]

/** The filters in force, each a link that takes it away. */
function Chips({ query, areas }: { query: RegisterQuery; areas: Areas }) {
  const { options, t } = useDeskWords()
  const copy = t.desk.register
  const titles = areas.map(({ key, title }) => ({ value: key, label: title }))
  const chips = [
    ...(query.q === undefined ? [] : [{ name: 'q' as const, text: `“${query.q}”` }]),
    ...(query.area === undefined ? [] : [{ name: 'area' as const, text: getLabel(titles, query.area) }]),
    ...(query.side === undefined ? [] : [{ name: 'side' as const, text: t.desk.side[query.side] }]),
    ...(query.standing === undefined
      ? []
      : [{ name: 'standing' as const, text: getLabel(options.standingFilter, query.standing) }]),
    ...(query.work === undefined ? [] : [{ name: 'work' as const, text: t.register.work[query.work] }]),
  ]
  if (chips.length === 0) return null
  const none = { q: undefined, area: undefined, side: undefined, standing: undefined, work: undefined }
  return (
    <p className="chips">
      {chips.map(({ name, text }) => (
        <PageLink key={name} className="chip" href={buildRegisterHref(query, { [name]: undefined })}>
          {text} <span aria-hidden="true">×</span>
          <span className="vh">{copy.remove}</span>
        </PageLink>
      ))}
      {chips.length > 1 && <PageLink href={buildRegisterHref(query, none)}>{copy.clear}</PageLink>}
    </p>
  )
}

/** Which rows the register shows. A plain form whose fields are the address. */
export function RegisterFilters({
  query,
  areas,
  onSubmit,
}: {
  query: RegisterQuery
  areas: Areas
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
}) {
  const words = useDeskWords()
  const { options, t } = words
  const copy = t.desk.register
  const kept = [
    ...keptFields.map((name) => [name, query[name]] as const),
    ['cols', query.cols?.join(',')] as const,
    ['sel', query.sel?.join(',')] as const,
  ]
  const { q, area, side, standing, work, sort } = query
  return (
    <div className="filters">
      <PageForm
        method="get"
        action={`/desk/${query.dossier}/register`}
        aria-label={copy.filter}
        onSubmit={onSubmit}
        key={JSON.stringify([q, area, side, standing, work, sort])}
      >
        {kept.map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <InputField id="q" name="q" type="search" label={copy.words} defaultValue={q ?? ''} />
        <SelectField
          id="area"
          name="area"
          label={copy.area}
          options={[
            buildAnyChoice(words),
            ...areas.map((one) => ({ value: one.key, label: `${one.title} (${one.count})` })),
          ]}
          defaultValue={area ?? ''}
        />
        <SelectField
          id="standing"
          name="standing"
          label={copy.standing}
          options={[buildAnyChoice(words), ...options.standingFilter]}
          defaultValue={standing ?? ''}
        />
        <SelectField
          id="side"
          name="side"
          label={copy.side}
          options={[buildAnyChoice(words), ...listSides(words)]}
          defaultValue={side ?? ''}
        />
        <SelectField
          id="work"
          name="work"
          label={t.register.work.label}
          options={[buildAnyChoice(words), ...listWorks(words)]}
          defaultValue={work ?? ''}
        />
        <div className="onnarrow">
          <SelectField
            id="sort"
            name="sort"
            label={copy.sort}
            options={listSorts(words)}
            defaultValue={sort ?? 'ref'}
          />
        </div>
        <button type="submit">{copy.apply}</button>
      </PageForm>
      <Chips query={query} areas={areas} />
    </div>
  )
}
