import { SelectField } from '@waymark/ui/field'
import { Section } from '@waymark/ui/section'
import { useWords } from './use-words.ts'

type Other = { readonly id: string; readonly title: string; readonly asOf: string }

/** Chooses the edition that one is compared with. */
export function EditionCompareForm({
  dossier,
  id,
  others,
  chosen,
}: {
  dossier: string
  id: string
  others: readonly Other[]
  chosen?: string
}) {
  const { buildPlace, formatDate, t } = useWords()
  const copy = t.editions
  return (
    <Section id="compare" title={copy.compare}>
      <form method="get" action={buildPlace(dossier, {}, `editions/${id}`)} className="tools filter">
        <SelectField
          id="with"
          name="with"
          label={copy.compareWith}
          defaultValue={chosen ?? others[0]?.id}
          options={others.map((other) => ({
            value: other.id,
            label: `${other.title} (${formatDate(other.asOf)}, ${other.id})`,
          }))}
        />
        <button type="submit">{copy.compareGo}</button>
      </form>
    </Section>
  )
}
