import { InputField, SelectField } from '@waymark/ui/field'
import { buildHref, getCut } from './address.ts'
import { KeptFields } from './kept-fields.tsx'
import { t } from './messages.ts'
import type { PageFrame } from './public-page.tsx'
import type { RecommendationFilter, RecommendationList } from './recommendations-page.tsx'
import { getStandingFilterWords } from './words.ts'

const any = (label: string) => ({ value: '', label })

export const buildOptions = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** Filters and order of the list: a GET form, so that every choice is an address. */
export function RecommendationFilters({
  view,
  asked,
  path,
}: {
  view: RecommendationList
  asked: PageFrame['asked'] & RecommendationFilter
  path: string
}) {
  const words = t.recommendations
  return (
    <form method="get" action={path} className="tools filter" aria-label={words.filters}>
      <KeptFields parameters={getCut(asked)} />
      <InputField
        id="q"
        name="q"
        label={words.q}
        type="search"
        maxLength={200}
        defaultValue={asked.q ?? ''}
      />
      <SelectField
        id="area"
        name="area"
        label={words.area}
        defaultValue={asked.area ?? ''}
        options={[
          any(words.anyArea),
          ...view.areas.map(({ key, title, count }) => ({ value: key, label: `${title} (${count})` })),
        ]}
      />
      <SelectField
        id="side"
        name="side"
        label={words.side}
        defaultValue={asked.side ?? ''}
        options={[any(words.anySide), ...buildOptions(words.sides)]}
      />
      <SelectField
        id="standing"
        name="standing"
        label={words.standing}
        defaultValue={asked.standing ?? ''}
        options={[any(words.anyStanding), ...buildOptions(getStandingFilterWords())]}
      />
      <SelectField
        id="sort"
        name="sort"
        label={words.sort}
        defaultValue={asked.sort ?? 'ref'}
        options={buildOptions(words.sorts)}
      />
      <SelectField
        id="by"
        name="by"
        label={t.byLine.label}
        defaultValue={asked.by ?? ''}
        options={buildOptions(t.byLine.choices)}
      />
      <button type="submit">{words.apply}</button>
      <a href={buildHref(path, getCut(asked))}>{words.reset}</a>
    </form>
  )
}
