import { desk } from '@waymark/messages/en/desk'
import { InputField, SelectField } from '@waymark/ui/field'
import { buildRegisterHref, type RegisterQuery, sortColumns } from './register-query.ts'
import type { RegisterList } from './views.ts'
import { standingFilterOptions } from './words.ts'

const copy = desk.register
const any = { value: '', label: copy.any }
const sides = Object.entries(desk.side).map(([value, label]) => ({ value, label }))

/** Every order of the register. Wide pages sort by the heads of the columns; there the field only keeps the order. */
const sorts = sortColumns.flatMap((column) => [
  { value: column, label: copy.upwards(copy.columns[column]) },
  { value: `-${column}`, label: copy.downwards(copy.columns[column]) },
])

const getLabel = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((option) => option.value === value)?.label ?? value

/** The filters in force, each a link that takes it away. */
function Chips({
  query,
  areas,
}: {
  query: RegisterQuery
  areas: readonly { value: string; label: string }[]
}) {
  const chips = [
    ...(query.q === undefined ? [] : [{ name: 'q' as const, text: `“${query.q}”` }]),
    ...(query.area === undefined ? [] : [{ name: 'area' as const, text: getLabel(areas, query.area) }]),
    ...(query.side === undefined ? [] : [{ name: 'side' as const, text: desk.side[query.side] }]),
    ...(query.standing === undefined
      ? []
      : [{ name: 'standing' as const, text: getLabel(standingFilterOptions, query.standing) }]),
  ]
  if (chips.length === 0) return null
  return (
    <p className="chips">
      {chips.map(({ name, text }) => (
        <a key={name} className="chip" href={buildRegisterHref(query, { [name]: undefined })}>
          {text} <span aria-hidden="true">×</span>
          <span className="vh">{copy.remove}</span>
        </a>
      ))}
      {chips.length > 1 && (
        <a href={buildRegisterHref({ dossier: query.dossier, sort: query.sort })}>{copy.clear}</a>
      )}
    </p>
  )
}

/** Which rows the register shows. A plain form whose fields are the address. */
export function RegisterFilters({ query, list }: { query: RegisterQuery; list: RegisterList }) {
  const areas = list.areas.map(({ key, title, count }) => ({ value: key, label: `${title} (${count})` }))
  const kept = (['asOf', 'knownAt', 'method'] as const).filter((name) => query[name] !== undefined)
  return (
    <div className="filters">
      <form
        method="get"
        action={`/desk/${query.dossier}/register`}
        aria-label={copy.filter}
        key={JSON.stringify(query)}
      >
        {kept.map((name) => (
          <input key={name} type="hidden" name={name} value={query[name]} />
        ))}
        <InputField id="q" name="q" type="search" label={copy.words} defaultValue={query.q ?? ''} />
        <SelectField
          id="area"
          name="area"
          label={copy.area}
          options={[any, ...areas]}
          defaultValue={query.area ?? ''}
        />
        <SelectField
          id="standing"
          name="standing"
          label={copy.standing}
          options={[any, ...standingFilterOptions]}
          defaultValue={query.standing ?? ''}
        />
        <SelectField
          id="side"
          name="side"
          label={copy.side}
          options={[any, ...sides]}
          defaultValue={query.side ?? ''}
        />
        <div className="onnarrow">
          <SelectField
            id="sort"
            name="sort"
            label={copy.sort}
            options={sorts}
            defaultValue={query.sort ?? 'ref'}
          />
        </div>
        <button type="submit">{copy.apply}</button>
      </form>
      <Chips query={query} areas={list.areas.map(({ key, title }) => ({ value: key, label: title }))} />
    </div>
  )
}
