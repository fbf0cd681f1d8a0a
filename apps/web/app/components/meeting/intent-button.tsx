/** A form of one button. `fields` go with it unseen. */
export function IntentButton({
  intent,
  label,
  name,
  main = false,
  fields = {},
}: {
  intent: string
  label: string
  /** What it is called where its label alone says too little. */
  name?: string
  main?: boolean
  fields?: Readonly<Record<string, string | number>>
}) {
  return (
    <form method="post" className="inline">
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <button type="submit" className={main ? 'btn-main' : undefined} aria-label={name}>
        {label}
      </button>
    </form>
  )
}
