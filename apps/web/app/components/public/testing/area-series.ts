import type { AreaSeries } from '@waymark/api/features/score/score.view'
import { aFrame } from './views.ts'

type Figures = AreaSeries['areas'][number]['figures'][number]

export const someFigures = (low: number, high: number, assessed = 2, applicable = 3): Figures => ({
  index: { low, high },
  coverage: { assessed, applicable },
})

const nothing: Figures = { index: null, coverage: { assessed: 0, applicable: 0 } }

/** Three areas on four days: one rose, one fell, of one it is not certain and it began late. */
export const anAreaSeries = (over: Partial<AreaSeries> = {}): AreaSeries => ({
  frame: aFrame(),
  introduced: '2020-12-01',
  points: [
    { day: '2019-12-31', kind: 'year', title: null },
    { day: '2020-11-12', kind: 'round', title: 'Invented round 1' },
    { day: '2020-12-31', kind: 'year', title: null },
    { day: '2021-06-30', kind: 'shown', title: null },
  ],
  areas: [
    {
      key: 'expression',
      title: 'Expression (invented)',
      figures: [someFigures(0, 25), someFigures(0, 50), someFigures(25, 50), someFigures(31, 64, 1, 4)],
    },
    {
      key: 'assembly',
      title: 'Assembly (invented)',
      figures: [someFigures(60, 60), someFigures(0, 100), someFigures(13, 17), someFigures(13, 17)],
    },
    {
      key: 'media',
      title: 'Media (invented)',
      figures: [nothing, nothing, someFigures(0, 100, 0, 2), someFigures(0, 88, 1, 2)],
    },
  ],
  ...over,
})
