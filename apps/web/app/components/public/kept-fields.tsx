import type { Parameters } from './address.ts'

/** What a form must carry so that the next page keeps it. */
export function KeptFields({ parameters }: { parameters: Parameters }) {
  return (
    <>
      {Object.entries(parameters).map(([name, value]) =>
        value === undefined || value === '' ? null : (
          <input key={name} type="hidden" name={name} value={String(value)} />
        ),
      )}
    </>
  )
}
