import type { methodView } from '@waymark/api/features/score/score.view'
import { Section } from '@waymark/ui/section'
import type { z } from 'zod'
import { MethodTable, ScaleTable } from './method-tables.tsx'
import { type PageFrame, PublicPage } from './public-page.tsx'
import { translateScale } from './scale-words.ts'
import { SeriesSection, type SeriesView } from './series-section.tsx'
import { useWords } from './use-words.ts'

export type MethodView = z.infer<typeof methodView>

const explained = ['interval', 'unknown', 'gates', 'time', 'sides'] as const

/** How to read every figure: methods and scales from their own data, then what the words mean. */
export function MethodPage({
  view,
  series,
  asked,
  origin,
}: { view: MethodView; series: SeriesView } & Omit<PageFrame, 'frame'>) {
  const words = useWords()
  const { t } = words
  const { frame, methods } = view
  const scales = view.scales.map((scale) => translateScale(words, scale))
  return (
    <PublicPage
      frame={frame}
      asked={asked}
      origin={origin}
      here="method"
      place="method"
      page={t.method.page}
      formats={['json']}
      over={t.method.over}
      title={t.method.h1}
    >
      <Section id="methods" title={t.method.methods} note={t.method.methodsHelp}>
        {methods.map((method) => (
          <MethodTable
            key={method.id}
            method={method}
            scales={scales}
            inUse={method.id === frame.cut.method}
          />
        ))}
      </Section>
      <SeriesSection view={series} asked={asked} />
      {explained.map((part) => (
        <Section key={part} id={part} title={t.method[part]}>
          <div className="flow measure">
            {t.method[`${part}Text`].map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
        </Section>
      ))}
      <Section id="scales" title={t.method.scales} note={t.method.scalesHelp}>
        {scales.map((scale, index) => (
          <div key={scale.id} className={index === 0 ? undefined : 'gap-top'}>
            <ScaleTable scale={scale} scales={scales} />
          </div>
        ))}
      </Section>
    </PublicPage>
  )
}
