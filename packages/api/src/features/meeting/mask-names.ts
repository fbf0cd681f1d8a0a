import { maskedName } from './wall.view.ts'

/** How a case that is not public is named. */
export type HiddenName = { readonly publicName: string | null; readonly realName: string | null }

const isTelling = (name: string) => [...name].length >= 4

/** A word with whatever ending a language gives it: its last letters may be others. */
function formatWord(word: string): string {
  const letters = [...word]
  const kept = letters.length < 5 ? letters.length : letters.length - (letters.length < 6 ? 1 : 2)
  const stem = letters
    .slice(0, kept)
    .join('')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return `${stem}\\p{L}{0,5}`
}

const formatName = (name: string) => name.normalize('NFC').split(/\s+/).map(formatWord).join('\\s+')

/**
 * Takes the names of cases that are not public out of a text: both names whole, and each longer word of a real name, by which people
 * are called, in whatever form a language gives them. Rather one word too many than a name.
 */
export function buildMask(names: readonly HiddenName[]): (text: string) => string {
  const telling = names.flatMap(({ publicName, realName }) => [
    ...(publicName === null ? [] : [publicName.trim()]),
    ...(realName === null ? [] : [realName.trim(), ...realName.trim().split(/[\s,]+/)]),
  ])
  const patterns = [...new Set(telling.filter(isTelling))].sort((a, b) => b.length - a.length).map(formatName)
  if (patterns.length === 0) return (text) => text
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => text.normalize('NFC').replace(pattern, maskedName)
}
