import { listAreas } from '@waymark/db/queries/open-data.query'
import { getCut, getFrame } from '../../common/resolve-cut.ts'
import type { Context } from '../../context.ts'
import { getDataWords, listViewColumns } from '../../public-data/dictionary.ts'
import { viewList, viewNames } from '../../public-data/view-list.ts'
import type { DataInput } from './data.input.ts'
import type { OpenDataView } from './data.view.ts'

/** Every view of the dossier with the columns of its table, described in a language. */
export async function getDataView(ctx: Context, { lang = 'en', ...input }: DataInput): Promise<OpenDataView> {
  const resolved = await getCut(ctx, input)
  const [frame, areas] = await Promise.all([
    getFrame(ctx, resolved),
    listAreas(ctx.record.public, resolved.record),
  ])
  const words = getDataWords(lang)
  return {
    frame,
    areas,
    views: viewNames.map((name) => {
      const columns = listViewColumns(name, lang)
      return {
        name,
        path: viewList[name].path,
        title: words.views[name].title,
        description: words.views[name].text,
        formats: columns === null ? ['json'] : ['json', 'csv', 'xlsx'],
        columns:
          columns?.map(({ values, ...column }) => ({ ...column, values: values && [...values] })) ?? null,
      }
    }),
  }
}
