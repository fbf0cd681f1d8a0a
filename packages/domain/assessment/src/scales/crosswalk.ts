import type { Finding } from '../assessment.ts'
import type { ScaleId, ScaleKey } from './registry.ts'

/** The image of a key on the built-in scale, or why it has none. */
export type Conversion =
  | { readonly kind: 'converted'; readonly finding: Finding }
  | { readonly kind: 'not-convertible'; readonly because: string }

/** A versioned, many-to-one way from a scale to the built-in one. What it does not carry across it says so for. */
export type Crosswalk<S extends ScaleId = ScaleId> = {
  readonly version: number
  readonly from: S
  readonly to: 'eu-progress@1'
  readonly images: Readonly<Record<ScaleKey<S>, Conversion>>
}

const to = (level: 'none' | 'limited' | 'some' | 'substantial', contrary = false): Conversion => ({
  kind: 'converted',
  finding: { level, contrary },
})

const hrcFollowup1 = {
  version: 1,
  from: 'hrc-followup@1',
  to: 'eu-progress@1',
  images: {
    a: to('substantial'),
    b: to('some'),
    c: to('none'),
    d: { kind: 'not-convertible', because: 'The grade says that no report came, not what was done.' },
    e: to('none', true),
  },
} as const satisfies Crosswalk<'hrc-followup@1'>

// A plan is a government's own: most of it done is at best part of what others asked.
const ogpCompletion1 = {
  version: 1,
  from: 'ogp-completion@1',
  to: 'eu-progress@1',
  images: {
    'not-started': to('none'),
    limited: to('limited'),
    substantial: to('some'),
    complete: {
      kind: 'not-convertible',
      because:
        'A plan carried out as written shows neither that everything asked is in force nor two independent origins.',
    },
    'no-evidence-available': { kind: 'converted', finding: { state: 'no-information' } },
  },
} as const satisfies Crosswalk<'ogp-completion@1'>

/** Every crosswalk, by its origin, target and version. There is no other way from one scale to another. */
export const crosswalks = {
  'hrc-followup@1>eu-progress@1#1': hrcFollowup1,
  'ogp-completion@1>eu-progress@1#1': ogpCompletion1,
} as const satisfies Record<string, Crosswalk<'hrc-followup@1'> | Crosswalk<'ogp-completion@1'>>
export type CrosswalkId = keyof typeof crosswalks

/**
 * What a key of another scale means on the built-in one, by a named crosswalk. A key that the scale does not have
 * is not convertible either.
 */
export function getConversion(crosswalk: CrosswalkId, key: string): Conversion {
  const images: Readonly<Record<string, Conversion>> = crosswalks[crosswalk].images
  const image = Object.hasOwn(images, key) ? images[key] : undefined
  return image ?? { kind: 'not-convertible', because: `${crosswalks[crosswalk].from} has no ${key}.` }
}
