import { createSigningKey, parseSigningKey } from '@waymark/ledger/signed-note'
import { buildCommand, CommandRefused, WrongUsage } from '../command.ts'
import { withInstallation } from '../installation.ts'

export const editionKeyCommand = buildCommand({
  name: 'edition key',
  usage: '[--new NAME]',
  summary: 'Shows the key by which editions of this installation are proved, or makes a new one',
  details: `
  --new NAME   makes a key and prints it. NAME is the site's host and a word, such as record.example.org/waymark; it may have
               no space and no plus. Nothing is kept: set what is printed as WAYMARK_SIGNING_KEY, or write it to a file only
               the site may read and set WAYMARK_SIGNING_KEY_FILE.

Without --new it prints the public half of the key in use. An installation with the embedded database makes its own and keeps it
in the file “signing-key” of its data directory. Back it up: another key begins another series of editions.
`,
  options: { new: { type: 'string' } },
  operands: [0, 0],
  run: async ({ values }, surroundings) => {
    if (values.new !== undefined) {
      const text = makeKey(values.new)
      const verifier = parseSigningKey(text)?.verifier ?? ''
      return { ok: true, json: { signingKey: text, key: verifier }, text }
    }
    const key = await withInstallation(
      surroundings,
      { make: false },
      async ({ context }) => context.editions.key,
    )
    if (key === null)
      throw new CommandRefused(
        'This installation has no key to sign editions with. Make one with --new NAME and set WAYMARK_SIGNING_KEY.',
      )
    return { ok: true, json: { key: key.verifier }, text: key.verifier }
  },
})

function makeKey(name: string): string {
  try {
    return createSigningKey(name)
  } catch (error) {
    if (error instanceof RangeError) throw new WrongUsage(`“${name}”: ${error.message}.`)
    throw error
  }
}
