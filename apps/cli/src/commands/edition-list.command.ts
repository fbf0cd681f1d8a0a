import { listEditionsForDesk } from '@waymark/api/features/edition/desk-edition.query'
import { listDossiers } from '@waymark/db/queries/cut.query'
import { acceptCall } from '../accept-call.ts'
import { buildCommand } from '../command.ts'
import { operator, withInstallation } from '../installation.ts'

export const editionListCommand = buildCommand({
  name: 'edition list',
  usage: '[--dossier KEY]',
  summary: 'Lists editions, published and not',
  details: `
  --dossier KEY   of this dossier; left out: of all

One line an edition, the latest first: number, state, address, day, title. Those under embargo are listed too.
`,
  options: { dossier: { type: 'string' } },
  operands: [0, 0],
  run: async ({ values }, surroundings) => {
    const editions = await withInstallation(surroundings, { make: false }, async ({ context }) => {
      const keys =
        values.dossier === undefined
          ? (await listDossiers(context.record.public)).map(({ key }) => key)
          : [values.dossier]
      const lists = await acceptCall(() =>
        Promise.all(keys.map((key) => listEditionsForDesk({ ctx: context, userId: operator.id }, key))),
      )
      return lists.flatMap((list) => list.editions)
    })
    return {
      ok: true,
      json: { editions },
      text:
        editions.length === 0
          ? 'There is no edition yet. Prepare one with waymark edition publish.'
          : editions
              .map(({ edition, state, id, cut, title }) =>
                [
                  edition,
                  state,
                  id === null ? `${cut.dossier}/–` : `${cut.dossier}/${id}`,
                  cut.asOf,
                  title,
                ].join('\t'),
              )
              .join('\n'),
    }
  },
})
