import type { briefingChoices } from '@waymark/api/features/briefing/briefing.view'
import { InputField, SelectField } from '@waymark/ui/field'
import type { z } from 'zod'
import { useDeskWords } from '../desk/use-desk-words.ts'

const kinds = ['area', 'recommendation', 'case', 'statement', 'milestone'] as const

/** Puts something into a briefing: words of one's own, or something on record. */
export function AddSection({
  choices,
  here,
}: {
  choices: z.infer<typeof briefingChoices> | null
  here: string
}) {
  const { t } = useDeskWords()
  const copy = t.briefing.builder
  return (
    <section className="part" id="add" aria-labelledby="add-heading">
      <h2 id="add-heading">{copy.add}</h2>
      <p className="hint">{copy.addLead}</p>
      <div className="addone">
        <InputField
          id="add.text"
          name="add.text"
          label={copy.sectionTitle}
          defaultValue=""
          autoComplete="off"
        />
        <button type="submit" name="intent" value="add.text">
          {copy.addOwn}
        </button>
      </div>
      {choices === null ? (
        <p>
          <a className="btn" href={`${here}?add=1#add`}>
            {copy.show}
          </a>
        </p>
      ) : (
        kinds
          .filter((kind) => choices[kind].length > 0)
          .map((kind) => (
            <div key={kind} className="addone">
              <SelectField
                id={`add.${kind}`}
                name={`add.${kind}`}
                label={t.briefing.kinds[kind]}
                defaultValue=""
                options={[
                  { value: '', label: copy.choose },
                  ...choices[kind].map(({ key, title }) => ({
                    value: kind === 'recommendation' ? `${key} ${title}` : key,
                    label: kind === 'recommendation' ? `${key} ${title}` : title,
                  })),
                ]}
              />
              <button type="submit" name="intent" value={`add.${kind}`}>
                {copy.addKind(t.briefing.kinds[kind])}
              </button>
            </div>
          ))
      )}
    </section>
  )
}
