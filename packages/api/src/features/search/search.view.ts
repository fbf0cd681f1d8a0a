import { z } from 'zod'

export const hitKinds = ['recommendation', 'assessment', 'evidence', 'item', 'file', 'case'] as const
export const hitKind = z.enum(hitKinds)

/** A text with all words in it. `ref`: the recommendation that it belongs to; `key`: what leads to the record itself. */
export const hit = z.strictObject({
  key: z.string(),
  ref: z.string().nullable(),
  title: z.string(),
  snippet: z.array(z.strictObject({ text: z.string(), hit: z.boolean() })),
})

/** What was found, by kind, as far as the reader may see it. */
export const searchResult = z.strictObject({
  /** False where no word has the three letters that it takes; nothing was looked for then. */
  searched: z.boolean(),
  groups: z.array(
    z.strictObject({
      kind: hitKind,
      hits: z.array(hit),
      /** True when more match than are shown. */
      more: z.boolean(),
    }),
  ),
})
export type SearchResult = z.infer<typeof searchResult>
