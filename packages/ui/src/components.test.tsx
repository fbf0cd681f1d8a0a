import fc from 'fast-check'
import { renderToStaticMarkup as render } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AreaTable } from './area-table.tsx'
import { Claim } from './claim.tsx'
import { Conflict } from './conflict.tsx'
import { DateControl } from './date-control.tsx'
import {
  type DistributionCounts,
  DistributionUnits,
  getDistributionScale,
  getDistributionTotal,
} from './distribution.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { InputField } from './field.tsx'
import { areas, headline, largeAreas, levelWords, rail, steps } from './gallery-specimen.ts'
import { GateRow } from './gate-row.tsx'
import { IndexInterval } from './index-interval.tsx'
import { getGateMark, Mark, MarkWord, markIds } from './marks.tsx'
import { MilestoneLine } from './milestone-line.tsx'
import { MilestoneRail } from './milestone-rail.tsx'
import { Pager } from './pager.tsx'
import { Strip } from './strip.tsx'

const count = (html: string, what: string) => html.split(what).length - 1
const uses = (html: string, id: string) => count(html, `href="#m-${id}"`)

describe('marks', () => {
  it('a mark beside a word is hidden from assistive technology; alone it has a name', () => {
    expect(render(<Mark id="some" />)).toContain('aria-hidden="true"')
    const alone = render(<Mark id="some" title="Some progress" />)
    expect(alone).toContain('role="img" aria-label="Some progress"')
    expect(alone).not.toContain('aria-hidden')
  })
  it.each(markIds)('%s stands with its word', (id) => {
    expect(render(<MarkWord mark={id} word="word" />)).toMatch(new RegExp(`#m-${id}".*<span>word</span>`))
  })
  it('an unknown gate is a circle, not the square of an unknown level', () => {
    expect(getGateMark('unknown')).toBe('gate-unknown')
    expect(getGateMark('unmet')).toBe('unmet')
  })
  it('only going backwards and passed while unmet are brick', () => {
    expect(render(<MarkWord mark="passed-while-unmet" word="x" />)).toContain('bad')
    for (const id of markIds.filter((mark) => mark !== 'passed-while-unmet')) {
      expect(render(<MarkWord mark={id} word="x" />)).not.toContain('bad')
    }
  })
})

const counts = fc.record({
  contrary: fc.nat(8),
  none: fc.nat(8),
  limited: fc.nat(8),
  some: fc.nat(8),
  substantial: fc.nat(8),
  full: fc.nat(8),
  unknown: fc.nat(8),
})

describe('distribution', () => {
  it('draws one square a recommendation up to 24, under the right marks', () => {
    fc.assert(
      fc.property(counts, (row) => {
        fc.pre(getDistributionTotal(row) <= 24)
        const html = render(<DistributionUnits counts={row} label="a sentence" />)
        for (const [key, expected] of Object.entries(row)) expect(uses(html, key), key).toBe(expected)
        expect(html).toContain('role="img" aria-label="a sentence"')
      }),
    )
  })
  it('above 24 it is a bar whose parts are in proportion', () => {
    const row: DistributionCounts = {
      contrary: 0,
      none: 10,
      limited: 20,
      some: 0,
      substantial: 0,
      full: 0,
      unknown: 0,
    }
    const html = render(<DistributionUnits counts={row} label="x" />)
    expect(uses(html, 'none')).toBe(0)
    const widths = [...html.matchAll(/<rect[^>]*width="([\d.]+)"[^>]*fill="var\(--l[01]\)"/g)].map(
      ([, width]) => Number(width) + 1,
    )
    expect(widths).toHaveLength(2)
    expect((widths[1] ?? 0) / (widths[0] ?? 1)).toBeCloseTo(2, 1)
  })
  it('has the ink line at one place in all rows: against left of it, progress right, unknown apart', () => {
    const scale = getDistributionScale(areas.map((area) => area.counts))
    const lines = new Set<string>()
    for (const area of areas) {
      const html = render(<DistributionUnits counts={area.counts} label="x" scale={scale} />)
      const line = Number(/<path d="M([\d.]+) 0V/.exec(html)?.[1])
      lines.add(`${line}/${/viewBox="([^"]+)"/.exec(html)?.[1]}`)
      for (const [, id = '', x] of html.matchAll(/#m-([\w-]+)" x="(-?[\d.]+)"/g)) {
        if (id === 'contrary') expect(Number(x) + 20).toBeLessThan(line)
        else expect(Number(x)).toBeGreaterThan(line)
      }
    }
    expect(lines.size).toBe(1)
  })
  it('the strip shows every recommendation and the key counts them, the zeros too', () => {
    const html = render(<Strip counts={{ ...headline, full: 0 }} label="sentence" words={levelWords} />)
    const [drawing = '', key = ''] = html.split('<figcaption>')
    expect(uses(drawing, 'contrary')).toBe(headline.contrary)
    expect(uses(drawing, 'none')).toBe(headline.none)
    expect(uses(drawing, 'unknown')).toBe(headline.unknown)
    for (const word of Object.values(levelWords)) expect(key).toContain(`<span>${word}</span>`)
    expect(key).toContain('<b>0</b><span>Full implementation</span>')
  })
})

describe('index', () => {
  it('is written in whole numbers, rounded half up, one when both ends agree', () => {
    const show = (low: number, high: number) => render(<IndexInterval interval={{ low, high }} label="x" />)
    expect(show(37.5, 62.5)).toContain('>38–63<')
    expect(show(6.25, 6.25)).toContain('>6<')
  })
  it('is solid to what is known and hatched to what could be', () => {
    const html = render(<IndexInterval interval={{ low: 20, high: 55 }} label="between 20 and 55" />)
    expect(html).toContain('width="20%" height="8" fill="var(--l3)"')
    expect(html).toContain('x="20%" y="7" width="35%" height="8" fill="url(#m-hatch)"')
    expect(html).toContain('aria-label="between 20 and 55"')
  })
})

describe('area table', () => {
  const words = {
    caption: 'c',
    area: 'Area',
    distribution: 'Standing',
    coverage: 'Assessed',
    index: 'Index',
    direction: 'Direction',
    notApplicable: 'not applicable',
  }
  it('names each row by a link, and says so where nothing is applicable', () => {
    const html = render(<AreaTable rows={areas} words={words} />)
    for (const { title, href } of areas)
      expect(html).toContain(`<th scope="row"><a href="${href}">${title}</a></th>`)
    expect(count(html, 'not applicable')).toBe(1)
    expect(count(html, 'scope="col"')).toBe(5)
  })
  it('draws all rows as bars when one is too large for squares', () => {
    const html = render(<AreaTable rows={largeAreas} words={words} />)
    expect(html).not.toContain('#m-limited')
    expect(count(html, 'class="du"')).toBe(2)
  })
})

describe('gates', () => {
  it('one mark a required gate, and the sentence as the name', () => {
    const html = render(
      <GateRow counts={{ unmet: 3, unknown: 2, 'passed-while-unmet': 1 }} sentence="1 of 6" />,
    )
    expect(uses(html, 'unmet')).toBe(3)
    expect(uses(html, 'gate-unknown')).toBe(2)
    expect(uses(html, 'passed-while-unmet')).toBe(1)
    expect(html).toContain('role="img" aria-label="1 of 6"')
  })
  it('no gates, no empty image', () => {
    expect(render(<GateRow counts={{}} sentence="none" />)).toBe('')
  })
})

describe('timelines of milestones', () => {
  const words = { label: 'Life', asOf: '30 June 2014', ahead: 'ahead, no date set' }
  it('a milestone not yet reached is ahead: its date shows neither in the drawing nor in the list', () => {
    const html = render(<MilestoneLine steps={steps} asOf="2014-06-30" words={words} />)
    for (const later of ['9 October 2014', '21 December 2015', '1 March 2020'])
      expect(html).not.toContain(later)
    expect(html).toContain('9 October 2013')
    expect(count(html, 'ahead, no date set')).toBeGreaterThan(5)
  })
  it('each milestone is a link in the drawing and in the list', () => {
    const html = render(<MilestoneLine steps={steps} asOf="2017-06-30" words={words} />)
    for (const { href } of steps) expect(count(html, `href="${href}"`)).toBe(2)
  })
  it('targets of the rail are 30 units wide and never overlap', () => {
    const html = render(
      <MilestoneRail
        stops={rail}
        asOf="2013-11-27"
        last="2026-11-24"
        words={{ label: 'l', asOf: 'a', round: 'r', milestone: 'm', hint: 'h' }}
      />,
    )
    const boxes = [...html.matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="30" height="30"/g)].map(
      ([, x, y]) => [Number(x), Number(y)] as const,
    )
    expect(boxes).toHaveLength(rail.length)
    for (const [i, [ax, ay]] of boxes.entries()) {
      for (const [bx, by] of boxes.slice(i + 1))
        expect(Math.abs(ax - bx) >= 29.9 || Math.abs(ay - by) >= 29.9).toBe(true)
    }
    expect(count(html, '<title>')).toBe(rail.length)
  })
})

describe('forms', () => {
  it('a field is tied to its label, its hint and its error', () => {
    const html = render(<InputField id="day" name="day" label="Day" hint="a day" error="write a day" />)
    expect(html).toContain('<label for="day">Day</label>')
    expect(html).toContain('aria-describedby="day-hint day-error" aria-invalid="true"')
    expect(html).toContain('id="day-hint"')
    expect(html).toContain('id="day-error"')
  })
  it('a sound field carries no trace of an error', () => {
    const html = render(<InputField id="day" name="day" label="Day" />)
    expect(html).not.toContain('aria-')
    expect(html).not.toContain('wrong')
  })
  it('the error summary leads to each field, and is absent when there is nothing wrong', () => {
    const html = render(
      <ErrorSummary
        id="e"
        title="Two"
        errors={[{ field: 'day', message: 'write a day' }, { message: 'try again' }]}
      />,
    )
    expect(html).toContain('<a href="#day">write a day</a>')
    expect(html).toContain('<li>try again</li>')
    expect(render(<ErrorSummary id="e" title="Two" errors={[]} />)).toBe('')
  })
  it('choosing a date keeps the other parameters of the view', () => {
    const words = {
      date: 'd',
      show: 's',
      choice: 'c',
      go: 'g',
      known: 'k',
      knownAt: 'a',
      knownAtHint: 'h',
      other: 'that day',
    }
    const html = render(
      <DateControl
        action="/x"
        asOf="2014-01-01"
        knownAt="2015-01-01"
        keep={{ method: 'm1', asOf: 'old' }}
        choices={[{ value: '2013-11-27', label: 'round' }]}
        words={words}
      />,
    )
    expect(count(html, '<input type="hidden" name="method" value="m1"/>')).toBe(2)
    expect(html).not.toContain('value="old"')
    expect(count(html, 'name="knownAt"')).toBe(2)
    expect(html).toContain('<option value="2014-01-01" selected="">that day</option>')
  })
  it('a conflict shows both versions of every field and marks only what differs', () => {
    const html = render(
      <Conflict
        words={{
          caption: 'c',
          theirs: 'record',
          theirsNote: '',
          yours: 'typed',
          yoursNote: '',
          differs: 'differs',
        }}
        fields={[
          { key: 'a', label: 'A', theirs: 'one', yours: 'two', differs: true },
          { key: 'b', label: 'B', theirs: 'same', yours: 'same', differs: false },
        ]}
      />,
    )
    expect(html).toContain('<td data-l="record">one</td><td data-l="typed">two</td>')
    expect(count(html, '>differs<')).toBe(1)
  })
})

describe('small things', () => {
  it('a claim carries no level mark', () => {
    expect(render(<Claim id="c" title="t" text="x" attribution="a" />)).not.toContain('#m-')
  })
  it('one page needs no pager', () => {
    const words = { label: 'l', previous: 'p', next: 'n', summary: 's', page: 'Page' }
    expect(render(<Pager items={[{ page: 1, href: '#' }]} current={1} words={words} />)).toBe('')
    expect(
      render(<Pager items={[1, 2].map((page) => ({ page, href: `#${page}` }))} current={1} words={words} />),
    ).toContain('<span aria-current="page">1</span>')
  })
})
