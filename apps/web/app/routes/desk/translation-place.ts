import type { Params } from '@remix-run/react'
import { translationTarget } from '@waymark/api/features/translation/translation.input'
import type { z } from 'zod'

export type TranslationPlace = z.infer<typeof translationTarget>

/** What the address names: of a recommendation also by the address of its record. */
export function parseTranslationPlace(params: Params): TranslationPlace {
  const { dossier, kind = 'recommendation', key = params.ref } = params
  const read = translationTarget.safeParse({ dossier, kind, key })
  if (!read.success) throw new Response(null, { status: 404 })
  return read.data
}
