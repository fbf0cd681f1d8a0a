import css from '@waymark/ui/styles/tokens.css?raw'
import type { Theme } from './themes.ts'

const parseColours = (block: string): Record<string, string> =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,8})/g)].map(([, name = '', value = '']) => [name, value]),
  )

const [before = '', after = ''] = css.split('@media (prefers-color-scheme: dark)')
const light = parseColours(before)
const palettes: Readonly<Record<Theme, Readonly<Record<string, string>>>> = {
  light,
  dark: { ...light, ...parseColours(after.slice(0, after.indexOf('}'))) },
}

/** The drawing with its colours written out, since outside of the site nothing says what a token is. */
export const paint = (svg: string, theme: Theme): string =>
  svg.replace(/var\(--([\w-]+)\)/g, (token, name: string) => {
    const colour = palettes[theme][name]
    if (colour === undefined) throw new Error(`the style sheet has no colour ${token}`)
    return colour
  })
