import { proposeEditionInput } from '@waymark/api/features/edition/edition.input'
import { proposeEdition } from '@waymark/api/features/edition/propose.command'
import { acceptCall, acceptValue } from '../accept-call.ts'
import { buildCommand, WrongUsage } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'

export const editionPublishCommand = buildCommand({
  name: 'edition publish',
  usage:
    '--dossier KEY --as-of DAY --title TEXT [--known-at INSTANT] [--method ID] [--note TEXT] [--embargo MINUTE] [--corrects ID --what TEXT]',
  summary:
    'Prepares an edition: a frozen, signed cut through the record, which a second person then publishes',
  details: `
  --dossier KEY       the dossier
  --as-of DAY         the world on that day, such as 2013-11-27
  --title TEXT        what it is called
  --known-at INSTANT  what the record held then; left out: everything
  --method ID         the method of figures; left out: the usual one
  --note TEXT         a note for readers
  --embargo MINUTE    readers see it from then on, such as 2026-12-01T09:00:00+05:00; left out: once it is published
  --corrects ID       address of a published edition that this one corrects; it stays as it is
  --what TEXT         what was wrong with it

An edition takes two people. The operator counts as one of them: a reviewer publishes at the desk, under Editions, what is
prepared here.
`,
  options: {
    dossier: { type: 'string' },
    'as-of': { type: 'string' },
    title: { type: 'string' },
    'known-at': { type: 'string' },
    method: { type: 'string' },
    note: { type: 'string' },
    embargo: { type: 'string' },
    corrects: { type: 'string' },
    what: { type: 'string' },
  },
  operands: [0, 0],
  run: async ({ values }, surroundings) => {
    if ((values.corrects === undefined) !== (values.what === undefined))
      throw new WrongUsage('--corrects and --what belong together.')
    const given = {
      dossier: values.dossier,
      asOf: values['as-of'],
      title: values.title,
      knownAt: values['known-at'],
      method: values.method,
      note: values.note,
      embargoUntil: values.embargo,
      corrects: values.corrects === undefined ? undefined : { id: values.corrects, what: values.what },
    }
    const input = proposeEditionInput.safeParse(
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    )
    if (!input.success) {
      const [issue] = input.error.issues
      throw new WrongUsage(`“${issue?.path.join('.') ?? ''}” cannot be used: ${issue?.message ?? ''}.`)
    }
    const proposed = await withInstallation(surroundings, { make: false }, ({ context }) =>
      acceptCall(() => proposeEdition(context, operator, input.data)),
    )
    const { edition, dataSha256 } = acceptValue(proposed)
    return {
      ok: true,
      json: { dossier: input.data.dossier, edition, state: 'proposed', dataSha256 },
      text: `Edition ${edition} of ${input.data.dossier} waits for a second person at the desk.\nSHA-256 of its data: ${dataSha256}`,
    }
  },
})
