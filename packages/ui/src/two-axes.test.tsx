import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { axes, axesWords } from './gallery-specimen.ts'
import { TwoAxes } from './two-axes.tsx'
import { buildTwoAxes } from './two-axes-layout.ts'

const render = (data = axes) => renderToStaticMarkup(<TwoAxes id="t" data={data} words={axesWords} />)

describe('two axes, one clock', () => {
  it('both axes hold to the same clock: one day is one place above and below', () => {
    const layout = buildTwoAxes(axes, axesWords)
    const day = '2013-11-27'
    expect(layout.uptake[0]?.x).toBe(layout.clock.at(day))
    expect(layout.findings[0]?.x).toBe(layout.clock.at(day))
  })
  it('nothing after the chosen day is drawn, and what was not reached is ahead without its date', () => {
    const html = render({ ...axes, asOf: '2014-01-15' })
    for (const later of [
      'specimen resolution',
      'specimen release',
      '9 Oct 2014',
      '21 Dec 2015',
      '12 Dec 2017',
    ])
      expect(html).not.toContain(later)
    expect(html).toContain('specimen briefing')
    expect(html).toContain('Talks concluded')
    expect(html).toContain('ahead, no date set')
  })
  it('a line is brick only where a milestone passed while unmet', () => {
    const layout = buildTwoAxes(axes, axesWords)
    const html = render()
    const brick = html.match(/<path d="M[\d.]+ 36V[\d.]+" stroke="var\(--contrary\)"/g) ?? []
    expect(brick).toHaveLength(
      layout.milestones.filter(({ reached, gate }) => reached && gate === 'passed-while-unmet').length,
    )
    expect(brick).toHaveLength(2)
    expect(
      render({ ...axes, milestones: axes.milestones.filter(({ gate }) => gate !== 'passed-while-unmet') }),
    ).not.toMatch(/36V[\d.]+" stroke="var\(--contrary\)"/)
  })
  it('a finding past its review is hatched from that day on', () => {
    const layout = buildTwoAxes(axes, axesWords)
    const stale = layout.segments.filter((segment) => segment.stale)
    expect(stale.map(({ from }) => from)).toEqual([
      layout.clock.at('2014-11-27'),
      layout.clock.at('2016-07-27'),
    ])
  })
  it('a state that is no level gets its own row and is never drawn as none', () => {
    const layout = buildTwoAxes(
      { ...axes, findings: [{ key: 'n', at: '2014-01-01', place: 'no-information', label: '' }] },
      axesWords,
    )
    const none = layout.placeRows.find(({ key }) => key === 'none')
    expect(layout.findings[0]?.y).toBe(layout.placeRows.find(({ key }) => key === 'no-finding')?.y)
    expect(layout.findings[0]?.y).not.toBe(none?.y)
  })
  it('a claim is a diamond in its own row and carries no level', () => {
    const layout = buildTwoAxes(axes, axesWords)
    expect(layout.claims[0]?.y).toBe(layout.placeRows.find(({ key }) => key === 'claims')?.y)
  })
  it('labels in one band never overlap, even when everything happens at once', () => {
    const crowd = Array.from({ length: 12 }, (_, i) => ({
      key: `f${i}`,
      at: `2015-0${1 + (i % 9)}-01`,
      place: 'contrary' as const,
      label: `something long happened, number ${i}`,
    }))
    const { labels } = buildTwoAxes({ ...axes, findings: crowd }, axesWords)
    for (const [i, a] of labels.entries()) {
      for (const b of labels.slice(i + 1)) {
        const apart = a.left + a.width <= b.left || b.left + b.width <= a.left || Math.abs(a.y - b.y) >= 13
        expect(apart, `${a.text} × ${b.text}`).toBe(true)
      }
    }
  })
  it('one key on several lists keeps each event its own label', () => {
    const { labels } = buildTwoAxes(
      {
        ...axes,
        uptake: [{ key: 'x', at: '2014-02-01', stage: 0, label: 'raised' }],
        findings: [{ key: 'x', at: '2014-02-01', place: 'none', label: 'found' }],
        claims: [{ key: 'x', at: '2014-02-01', label: 'claimed' }],
      },
      axesWords,
    )
    expect(labels.map(({ text }) => text).sort()).toEqual(['claimed', 'found', 'raised'])
  })
  it('the region scrolls by keyboard and the drawing has a name and a description', () => {
    const html = render()
    expect(html).toContain(`<section class="tlbox" tabindex="0" aria-label="${axesWords.region}">`)
    expect(html).toContain('role="img" aria-labelledby="t-title t-description"')
    expect(html).toContain(`<title id="t-title">${axesWords.title}</title>`)
  })
  it('gates are named with words beside the drawing', () => {
    expect(render()).toMatch(/#m-passed-while-unmet"><\/use><\/svg><span>passed while unmet<\/span>/)
  })
  it('a record without events still draws its rows', () => {
    expect(render({ ...axes, uptake: [], findings: [], claims: [], milestones: [] })).toContain(
      'Going backwards',
    )
  })
})
