import { AreaTable } from './area-table.tsx'
import { Claim } from './claim.tsx'
import { DataTable } from './data-table.tsx'
import { DateControl } from './date-control.tsx'
import { EventList } from './event-list.tsx'
import { EvidenceColumns } from './evidence-card.tsx'
import { Facts } from './facts.tsx'
import { Finding } from './finding.tsx'
import { Footer } from './footer.tsx'
import { GalleryDesk } from './gallery-desk.tsx'
import * as specimen from './gallery-specimen.ts'
import { GateLegend, GateTable, MilestoneGatesList } from './gate-row.tsx'
import { LinkageMatrix } from './linkage-matrix.tsx'
import { MarkSprite, MarkWord, markIds } from './marks.tsx'
import { Masthead } from './masthead.tsx'
import { MilestoneLine } from './milestone-line.tsx'
import { MilestoneRail } from './milestone-rail.tsx'
import { Note } from './note.tsx'
import { Pager } from './pager.tsx'
import { PageHead, Section } from './section.tsx'
import { Strip } from './strip.tsx'
import { TwoAxes } from './two-axes.tsx'

const areaWords = {
  caption: 'Standing by specimen area',
  area: 'Concern area',
  distribution: 'Standing, one square a recommendation',
  coverage: 'Assessed',
  index: 'Index',
  direction: 'Direction',
  notApplicable: 'not applicable',
}
const sentence =
  '8 going backwards, 14 no progress, 7 limited, 2 some, 1 substantial, 1 full, 5 no current finding'

/** Every component in its states, with synthetic content. For a page that only the desk can see. */
export function Gallery() {
  return (
    <>
      <MarkSprite />
      <Masthead
        words={{ brand: 'Waymark', navigation: 'Dossier', language: 'Language' }}
        home="#"
        dossier="EU–Specimenland"
        items={[
          { href: '#scorecard', label: 'Scorecard', current: true },
          { href: '#recommendations', label: 'Recommendations' },
          { href: '#linkage', label: 'Linkage' },
          { href: '#method', label: 'Method' },
        ]}
        languages={[
          { lang: 'en', label: 'English', href: '#en', current: true },
          { lang: 'ru', label: 'Русский', href: '#ru' },
          { lang: 'kk', label: 'Қазақша', href: '#kk' },
        ]}
      />
      <main id="main" className="wrap">
        <PageHead
          over="Gallery · every component, with specimen content"
          title="On 30 June 2017, one of 38 specimen recommendations was fully implemented. Eight were going backwards."
          lead="For five there is no current finding. Nothing on this page is a fact."
        />
        <Note id="g-note" title="Note of the editors" level={2}>
          <p>Specimen note, shown wherever the dossier is.</p>
        </Note>
        <Strip counts={specimen.headline} label={sentence} words={specimen.levelWords} />
        <Section id="g-date" title="Date" layout="full" hideTitle>
          <DateControl
            action="#"
            asOf="2017-06-30"
            keep={{ method: 'm1' }}
            choices={[
              { value: '2013-11-27', label: '27 November 2013, specimen round' },
              { value: '2015-12-21', label: '21 December 2015, specimen agreement signed' },
            ]}
            words={{
              date: 'Show the state on',
              show: 'Show',
              choice: 'or on the day of',
              go: 'Go',
              known: 'as known on 24 November 2026: change',
              knownAt: 'as known at',
              knownAtHint: 'ISO 8601, such as 2026-11-24T00:00Z',
              other: '30 June 2017',
            }}
          />
          <MilestoneRail
            stops={specimen.rail}
            asOf="2013-11-27"
            last="2026-11-24"
            words={{
              label: 'Specimen rounds and milestones from 2011 to today',
              asOf: '27 Nov 2013',
              round: 'dialogue round',
              milestone: 'milestone of the agreement',
              hint: 'Each is a link to the state of that day.',
            }}
          />
        </Section>
        <Section
          id="g-marks"
          title="Marks"
          note="Each with its word. Squares are levels, circles gates ahead, octagons gates passed."
        >
          <ul className="leg">
            {markIds.map((id) => (
              <li key={id}>
                <MarkWord mark={id} word={id} />
              </li>
            ))}
          </ul>
        </Section>
        <Section
          id="g-areas"
          title="By concern area"
          layout="full"
          note="One square is one recommendation. Left of the line: measures against it. Hatched: not known."
        >
          <AreaTable
            rows={specimen.areas}
            words={areaWords}
            total={{
              title: 'All five areas',
              note: 'mean of areas; pooled over items 9–24',
              distribution: '1 fully implemented, 4 going backwards, 3 unknown',
              coverage: '18 of 21',
              interval: { low: 9.2, high: 23.7 },
              indexLabel: 'Index between 9 and 24 of 100',
              direction: '1 advanced',
            }}
          />
        </Section>
        <Section
          id="g-large"
          title="The same above 24 recommendations"
          layout="full"
          note="In proportion, on one scale."
        >
          <AreaTable rows={specimen.largeAreas} words={areaWords} />
        </Section>
        <div className="two gap-top">
          <Finding
            id="g-finding"
            title="The finding, in force on 30 June 2017"
            mark="some"
            word="Some progress"
            reason="The specimen person was released; the specimen conviction stands."
            terms="Effective 19 August 2016 · confidence high · holds until 19 August 2017 unless reviewed"
          />
          <Claim
            id="g-claim"
            title="What the specimen court says"
            text="There are no grounds to review the case."
            attribution="5 August 2013, in a specimen source. A claim is shown beside a finding and never counted."
          />
        </div>
        <Section id="g-axes" title="Two questions, one clock" layout="full">
          <TwoAxes
            id="g-axes-chart"
            data={specimen.axes}
            words={specimen.axesWords}
            list={<EventList items={specimen.events} />}
            caption="Red lines: the agreement moved on while the condition was unmet. Hatched: past its review."
          />
        </Section>
        <Section id="g-life" title="The agreement’s life" layout="full">
          <MilestoneLine
            steps={specimen.steps}
            asOf="2017-06-30"
            words={{
              label: 'Milestones of the specimen agreement',
              asOf: '30 June 2017',
              ahead: 'ahead, no date set',
            }}
          />
        </Section>
        <Section
          id="g-gates"
          title="What can still be insisted on"
          note="One unmet condition keeps a gate closed."
        >
          <MilestoneGatesList
            items={[
              {
                key: 'm6',
                date: 'ahead, no date set',
                title: 'Consent of the Parliament',
                href: '#m6',
                counts: { unmet: 5, unknown: 8, met: 1, waived: 1 },
                sentence: '1 of 15 required gates met, 5 unmet, 8 unknown, 1 waived.',
                verdict: 'Closed.',
              },
              {
                key: 'm4',
                date: '21 December 2015',
                title: 'Signature',
                href: '#m4',
                counts: { 'passed-while-unmet': 8, 'passed-while-unknown': 9, 'met-at-passage': 1 },
                sentence:
                  'Of 18 required gates, 8 passed while unmet, 9 passed while unknown, 1 met at passage.',
              },
            ]}
          />
        </Section>
        <Section id="g-hung" title="What hung on it">
          <GateTable
            words={{
              caption: 'Gates of the specimen recommendation',
              milestone: 'Milestone',
              date: 'Date',
              required: 'Had to reach',
              gate: 'Gate',
              standing: 'Standing',
            }}
            rows={[
              {
                key: '1',
                milestone: <a href="#m4">Signature</a>,
                date: '21 December 2015',
                required: 'required, some progress',
                gate: { state: 'passed-while-unmet' },
                gateWord: 'Passed while unmet',
                standing: 'Going backwards at the time; improved since',
              },
              {
                key: '2',
                milestone: <a href="#m6">Consent of the Parliament</a>,
                date: 'ahead, no date set',
                required: 'expected',
                gate: { mark: 'some' },
                gateWord: 'Listed, not counted',
                standing: 'Some progress now',
              },
            ]}
          />
        </Section>
        <Section id="g-matrix" title="Conditions and steps" layout="full">
          <GateLegend
            words={specimen.gateWords}
            extra={
              <li>
                <span className="dot" /> expected or context, not counted
              </li>
            }
          />
          <LinkageMatrix
            words={{
              caption: 'Specimen recommendations by milestone. An empty cell: no link',
              recommendation: 'Recommendation',
              foot: 'Required gates',
            }}
            columns={[
              {
                key: 'm3',
                title: 'Talks concluded',
                href: '#m3',
                date: '9 Oct 2014',
                foot: <b className="bad">1 of 2 passed unmet</b>,
              },
              {
                key: 'm4',
                title: 'Signed',
                href: '#m4',
                date: '21 Dec 2015',
                foot: 'none of 2 passed unmet',
              },
              { key: 'm6', title: 'Parliament consents', href: '#m6', date: 'ahead', foot: '1 of 2 unmet' },
            ]}
            groups={[
              {
                key: 'g1',
                title: 'Specimen area one',
                rows: [
                  {
                    key: 'S-1',
                    ref: 'S-2013-01',
                    title: 'A specimen recommendation',
                    href: '#S-1',
                    cells: {
                      m3: {
                        kind: 'gate',
                        state: 'passed-while-unmet',
                        href: '#x',
                        short: 'unmet =',
                        name: 'Passed while unmet. Had to reach some progress, stood at no progress, unchanged since',
                        word: 'passed while unmet',
                      },
                      m4: {
                        kind: 'gate',
                        state: 'passed-while-unknown',
                        href: '#x',
                        short: 'unknown',
                        name: 'Passed while unknown',
                        word: 'passed while unknown',
                      },
                      m6: {
                        kind: 'gate',
                        state: 'unmet',
                        href: '#x',
                        short: 'unmet',
                        name: 'Unmet. Has to reach substantial progress',
                        word: 'unmet',
                      },
                    },
                  },
                  {
                    key: 'S-2',
                    ref: 'S-2013-02',
                    title: 'Another, with a title that needs more than one line in its cell of the table',
                    href: '#S-2',
                    cells: {
                      m3: {
                        kind: 'gate',
                        state: 'met-at-passage',
                        href: '#x',
                        short: 'met ↑',
                        name: 'Met at passage, improved since',
                        word: 'met at passage',
                      },
                      m6: { kind: 'listed', href: '#x', name: 'expected, some progress', word: 'expected' },
                    },
                  },
                ],
              },
            ]}
          />
        </Section>
        <Section id="g-issued" title="As issued">
          <blockquote className="issued">Review the specimen case.</blockquote>
          <div className="gap-top">
            <Facts
              facts={[
                { key: 'issued', term: 'Issued', text: '27 November 2013 by a specimen organisation' },
                {
                  key: 'source',
                  term: 'Source',
                  text: <a href="#source">A specimen briefing, paragraph 3</a>,
                },
                { key: 'done', term: 'Done when', text: 'Review opened and decided with reasons.' },
                {
                  key: 'ru',
                  term: 'Ответственный орган',
                  text: 'Образцовый орган государственного управления',
                },
              ]}
            />
          </div>
        </Section>
        <Section
          id="g-evidence"
          title="Evidence for the finding"
          note="Three items of two independent origins."
        >
          <EvidenceColumns
            groups={[
              {
                stance: 'supports',
                id: 'g-ev-s',
                title: 'Supports “some progress”',
                items: [
                  {
                    key: '1',
                    title: 'A specimen report',
                    href: '#e1',
                    excerpt: 'Released.',
                    meta: [
                      'Specimen monitor, 24 August 2016, in Russian',
                      'independent NGO · fact of 19 August 2016',
                    ],
                  },
                ],
              },
              {
                stance: 'contradicts',
                id: 'g-ev-c',
                title: 'Contradicts it',
                items: [
                  {
                    key: '2',
                    title: 'The same specimen report',
                    href: '#e1',
                    excerpt: 'The conviction was not quashed.',
                    meta: ['Specimen monitor, 24 August 2016'],
                  },
                ],
              },
              {
                stance: 'context',
                id: 'g-ev-x',
                title: 'Context',
                items: [
                  {
                    key: '3',
                    title: 'A specimen article',
                    href: '#e3',
                    meta: ['Specimen press, 22 August 2016'],
                  },
                ],
              },
            ]}
          />
        </Section>
        <Section id="g-table" title="History" note="Nothing is overwritten.">
          <DataTable
            caption="Findings of the specimen recommendation"
            hideCaption
            rows={[
              {
                from: '19 August 2016',
                mark: 'some' as const,
                word: 'Some progress',
                reason: 'Released; the conviction stands.',
                items: 4,
              },
              {
                from: '27 November 2013',
                mark: 'contrary' as const,
                word: 'Going backwards',
                reason: 'The specimen court refused to review.',
                items: 2,
              },
            ]}
            getKey={(row) => row.from}
            columns={[
              { key: 'from', header: 'In force from', nowrap: true, cell: (row) => row.from },
              {
                key: 'finding',
                header: 'Finding',
                cell: (row) => <MarkWord mark={row.mark} word={row.word} />,
              },
              { key: 'reason', header: 'Reason', cell: (row) => row.reason },
              {
                key: 'items',
                header: 'Evidence',
                narrowLabel: 'Evidence',
                numeric: true,
                cell: (row) => row.items,
              },
            ]}
          />
          <Pager
            current={2}
            items={[1, 2, 3].map((page) => ({ page, href: `#page-${page}` }))}
            words={{
              label: 'Pages',
              previous: 'Previous',
              next: 'Next',
              page: 'Page',
              summary: 'rows 26 to 50 of 70',
            }}
          />
        </Section>
        <GalleryDesk />
      </main>
      <Footer
        words={{ read: 'How to read this page', cite: 'Cite this view', data: 'Take the data' }}
        facts={[
          { key: 'shows', term: 'Shows', text: 'specimens' },
          { key: 'known', term: 'Known by', text: '24 November 2026, 00:00 UTC (record cut-off)' },
          { key: 'method', term: 'Method', text: <a href="#m1">m1</a> },
        ]}
        citation="Waymark, “Gallery”, state of 30 June 2017, method m1."
        formats={[{ label: 'BibTeX', code: '@misc{specimen, title={Gallery}, year={2026}}' }]}
        downloads={[
          { href: '#csv', label: 'specimen.csv', note: 'UTF-8, one row a recommendation' },
          { href: '#xlsx', label: 'specimen.xlsx', note: 'the same for a spreadsheet' },
          { href: '#json', label: 'specimen.json', note: 'full precision' },
        ]}
        colophon="Specimen page: nothing on it is a fact."
      />
    </>
  )
}
