import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { listPackages, root } from './workspace.ts'

/** A package that runs in production, of others. */
export type ThirdParty = {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly home: string
}

/** Licences under which others' work may be part of this product. Copyleft of any strength is not among them. */
export const allowed: ReadonlySet<string> = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'Python-2.0',
  'PostgreSQL',
  'Zlib',
  // Fonts, and data.
  'OFL-1.1',
  'CC-BY-4.0',
])

/** Is the SPDX expression satisfied by allowed licences? Every part of an AND, any part of an OR. */
export function isAllowed(expression: string): boolean {
  const text = expression.trim()
  if (/^\(.*\)$/.test(text) && !text.slice(1, -1).includes('(')) return isAllowed(text.slice(1, -1))
  if (/[()]/.test(text)) return false
  if (text.includes(' OR ')) return text.split(' OR ').some(isAllowed)
  if (text.includes(' AND ')) return text.split(' AND ').every(isAllowed)
  return allowed.has(text)
}

type InstalledManifest = {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type?: string }
  readonly licenses?: readonly { readonly type?: string }[]
  readonly homepage?: string
  readonly repository?: string | { readonly url?: string }
  readonly dependencies?: Readonly<Record<string, string>>
}

/**
 * Everything that the apps and packages need at run time, with what that needs in turn, as it is installed. Optional
 * packages for one platform are left out, so that the list is the same on every machine; docs/third-party.md names them.
 */
export function listThirdParties(): ThirdParty[] {
  const found = new Map<string, ThirdParty>()
  const visit = (name: string, from: string): void => {
    const folder = getFolder(name, from)
    if (folder === null) return
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as InstalledManifest
    const key = `${manifest.name} ${manifest.version}`
    if (found.has(key)) return
    found.set(key, {
      name: manifest.name,
      version: manifest.version,
      licence: getLicence(manifest),
      home: getHome(manifest),
    })
    // A peer that production needs is a dependency of one of ours; the other peers are there for types and for tests.
    for (const next of Object.keys(manifest.dependencies ?? {})) visit(next, folder)
  }
  for (const { path, manifest } of listPackages().filter((p) => /^(apps|packages)\//.test(p.path))) {
    const outside = Object.entries(manifest.dependencies ?? {}).filter(
      ([, range]) => !range.startsWith('workspace:'),
    )
    for (const [name] of outside) {
      if (getFolder(name, join(root, path)) === null)
        throw new Error(`${name}, which ${path} needs, is not installed`)
      visit(name, join(root, path))
    }
  }
  return [...found.values()].sort((a, b) =>
    a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Node's look-up: the nearest node_modules above that holds the package. Types alone are nobody's production. */
function getFolder(name: string, from: string): string | null {
  if (name.startsWith('@types/')) return null
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name)
    if (existsSync(join(candidate, 'package.json'))) return realpathSync(candidate)
  }
  return null
}

/** Packages whose manifest names no licence, by the licence text that they carry; looked at by hand, version by version. */
const statedInFile: Readonly<Record<string, string>> = { 'png-js 2.0.0': 'MIT' }

function getLicence({ name, version, license, licenses }: InstalledManifest): string {
  const inFile = statedInFile[`${name} ${version}`]
  if (inFile !== undefined) return inFile
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map((l) => l.type ?? 'none stated').join(' AND ') ?? 'none stated'
}

function getHome({ homepage, repository }: InstalledManifest): string {
  const url = typeof repository === 'string' ? repository : (repository?.url ?? homepage ?? '')
  const onGitHub = /(?:^github:|github\.com[/:]|^)([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url)
  if (onGitHub) return `https://github.com/${onGitHub[1]}`
  return /^https?:/.test(url) ? url : ''
}
