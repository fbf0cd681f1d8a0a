import { registerWork } from '@waymark/api/features/register/register.input'
import { desk } from '@waymark/messages/en/desk'
import { deskRegister } from '@waymark/messages/en/desk-register'
import { InputField, SelectField } from '@waymark/ui/field'
import type { FormEvent } from 'react'
import { buildRegisterHref, keptFields, type RegisterQuery, sortColumns } from './register-query.ts'
import { standingFilterOptions } from './words.ts'

const copy = desk.register
const any = { value: '', label: copy.any }
const sides = Object.entries(desk.side).map(([value, label]) => ({ value, label }))
const works = registerWork.map((value) => ({ value, label: deskRegister.work[value] }))

/** Every order of the register. Wide pages sort by the heads of the columns; there the field only keeps the order. */
const sorts = sortColumns.flatMap((column) => [
  { value: column, label: copy.upwards(deskRegister.columns[column]) },
  { value: `-${column}`, label: copy.downwards(deskRegister.columns[column]) },
])

const getLabel = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value

type Areas = readonly { readonly key: string; readonly title: string; readonly count: number }[]

/** The filters in force, each a link that takes it away. */
function Chips({ query, areas }: { query: RegisterQuery; areas: Areas }) {
  const titles = areas.map(({ key, title }) => ({ value: key, label: title }))
  const chips = [
    ...(query.q === undefined ? [] : [{ name: 'q' as const, text: `“${query.q}”` }]),
    ...(query.area === undefined ? [] : [{ name: 'area' as const, text: getLabel(titles, query.area) }]),
    ...(query.side === undefined ? [] : [{ name: 'side' as const, text: desk.side[query.side] }]),
    ...(query.standing === undefined
      ? []
      : [{ name: 'standing' as const, text: getLabel(standingFilterOptions, query.standing) }]),
    ...(query.work === undefined ? [] : [{ name: 'work' as const, text: deskRegister.work[query.work] }]),
  ]
  if (chips.length === 0) return null
  const none = { q: undefined, area: undefined, side: undefined, standing: undefined, work: undefined }
  return (
    <p className="chips">
      {chips.map(({ name, text }) => (
        <a key={name} className="chip" href={buildRegisterHref(query, { [name]: undefined })}>
          {text} <span aria-hidden="true">×</span>
          <span className="vh">{copy.remove}</span>
        </a>
      ))}
      {chips.length > 1 && <a href={buildRegisterHref(query, none)}>{copy.clear}</a>}
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
  const kept = [
    ...keptFields.map((name) => [name, query[name]] as const),
    ['cols', query.cols?.join(',')] as const,
    ['sel', query.sel?.join(',')] as const,
  ]
  const { q, area, side, standing, work, sort } = query
  return (
    <div className="filters">
      <form
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
          options={[any, ...areas.map((one) => ({ value: one.key, label: `${one.title} (${one.count})` }))]}
          defaultValue={area ?? ''}
        />
        <SelectField
          id="standing"
          name="standing"
          label={copy.standing}
          options={[any, ...standingFilterOptions]}
          defaultValue={standing ?? ''}
        />
        <SelectField
          id="side"
          name="side"
          label={copy.side}
          options={[any, ...sides]}
          defaultValue={side ?? ''}
        />
        <SelectField
          id="work"
          name="work"
          label={deskRegister.work.label}
          options={[any, ...works]}
          defaultValue={work ?? ''}
        />
        <div className="onnarrow">
          <SelectField id="sort" name="sort" label={copy.sort} options={sorts} defaultValue={sort ?? 'ref'} />
        </div>
        <button type="submit">{copy.apply}</button>
      </form>
      <Chips query={query} areas={areas} />
    </div>
  )
}
