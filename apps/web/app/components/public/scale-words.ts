import type { MethodView } from './method-page.tsx'
import type { Words } from './words.ts'

type Scale = MethodView['scales'][number]
type Named = { readonly key: string; readonly label: string; readonly rule: string }

/** The scale in the words of the page; what has none there keeps its own. */
export function translateScale({ t }: Words, scale: Scale): Scale {
  const text = t.scaleTexts[scale.id]
  if (text === undefined) return scale
  const translate = <N extends Named>(one: N): N => ({ ...one, ...text.levels[one.key] })
  return {
    ...scale,
    title: text.title,
    source: text.source,
    levels: scale.levels.map(translate),
    states: scale.states.map(translate),
    crosswalk:
      scale.crosswalk?.map((conversion) =>
        conversion.kind === 'not-convertible'
          ? { ...conversion, because: text.because[conversion.from] ?? conversion.because }
          : conversion,
      ) ?? null,
  }
}

/** What a method is called in the words of the page. */
export const getMethodTitle = (
  { t }: Words,
  { id, title }: { readonly id: string; readonly title: string },
): string => t.methodTitles[id] ?? title
