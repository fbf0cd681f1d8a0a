import { key, reference } from '@waymark/kernel/key'

/** A part of the path that cannot name anything is answered like a name that names nothing: 404. */
export function parseKey(value: string | undefined): string {
  return parsePart(key.safeParse(value))
}

export function parseReference(value: string | undefined): string {
  return parsePart(reference.safeParse(value))
}

function parsePart(parsed: { success: true; data: string } | { success: false }): string {
  if (!parsed.success) throw new Response(null, { status: 404 })
  return parsed.data
}
