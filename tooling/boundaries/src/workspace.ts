import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Manifest = {
  readonly name: string
  readonly license?: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** A package of the workspace; `path` is relative to the root, with forward slashes. */
export type Package = { readonly path: string; readonly manifest: Manifest; readonly tags: readonly string[] }

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Every folder that pnpm-workspace.yaml takes for a package. */
export function listPackages(): Package[] {
  return listWorkspaceGlobs()
    .flatMap((glob) => globSync(`${glob}/package.json`, { cwd: root }))
    .map((file) => dirname(file).replaceAll('\\', '/'))
    .sort()
    .map((path) => ({
      path,
      manifest: parseJson(join(root, path, 'package.json')) as Manifest,
      tags: listTags(path),
    }))
}

/** Source files of a package, relative to the root; built and installed files are left out. */
export function listSources(path: string): string[] {
  return globSync(`${path}/**/*.{ts,tsx}`, {
    cwd: root,
    exclude: (name) => ['node_modules', 'build', 'dist'].includes(name),
  })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
}

export const getText = (file: string): string => readFileSync(join(root, file), 'utf8')

/** An import of a file: what it names, and whether it is erased because it imports types only. */
export type Import = { readonly from: string; readonly isType: boolean }

/** The imports and re-exports of a source text. A statement that names one value among types counts as a value import. */
export function listImports(text: string): Import[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?([\w*{][^'"`;]*?)\s*from\s*['"]([^'"]+)['"]/gms,
  )
  const bare = text.matchAll(/^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm)
  return [
    ...[...statements].map(([, type, names = '', from = '']) => ({
      from,
      isType: type !== undefined || namesOnlyTypes(names),
    })),
    ...[...bare].map(([, plain, dynamic]) => ({ from: plain ?? dynamic ?? '', isType: false })),
  ]
}

function namesOnlyTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}$/s.exec(names.trim())?.[1]
  const each = inside
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return each?.every((name) => name.startsWith('type ')) ?? false
}

function listWorkspaceGlobs(): string[] {
  const [, list = ''] = /^packages:\n((?:\s+- .*\n)+)/m.exec(getText('pnpm-workspace.yaml')) ?? []
  return [...list.matchAll(/- "?([^"\n]+)"?/g)].map(([, glob = '']) => glob)
}

function listTags(path: string): readonly string[] {
  try {
    return (parseJson(join(root, path, 'turbo.json')) as { tags?: string[] }).tags ?? []
  } catch {
    return []
  }
}

/** turbo.json may hold comments, each on a line of its own. */
const parseJson = (file: string): unknown =>
  JSON.parse(readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, ''))
