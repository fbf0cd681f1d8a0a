import { registerColumns } from '@waymark/api/features/register/register.input'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { AssessConflict } from './assess-conflict.tsx'
import { AssessFormFields } from './assess-form.tsx'
import { DeskBar, DeskSide } from './desk-frame.tsx'
import { buildErrors } from './faults.ts'
import { getDeskWords } from './get-desk-words.ts'
import { QueueLists } from './queue-lists.tsx'
import { RecordHistory } from './record-history.tsx'
import { buildColumnSpecs } from './register-columns.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { RegisterTable } from './register-table.tsx'
import { ReviewComparison, ReviewDecision } from './review-panel.tsx'
import { parseSubmission, type Typed } from './submit-form.ts'
import {
  anAssessForm,
  anAssessment,
  aQueue,
  aRegisterRow,
  aReview,
  aSourceChoice,
} from './testing/synthetic.ts'
import type { Role } from './views.ts'

const words = getDeskWords('en')
const { t } = words

const choices = [aSourceChoice()]

const renderForm = (typed: Typed, rest: Partial<Parameters<typeof AssessFormFields>[0]> = {}) =>
  renderToStaticMarkup(
    <AssessFormFields
      form={anAssessForm()}
      typed={typed}
      errors={{}}
      choices={choices}
      draftRev={null}
      newVersion={null}
      draftMoved={null}
      notices={null}
      action="/desk/exampleland/recommendations/XX-2020-01/assess"
      {...rest}
    />,
  )

describe('assess form', () => {
  const typed: Typed = {
    basedOn: '4',
    finding: 'substantial',
    contrary: 'on',
    effective: '2013-02-30',
    rationale: 'Kept <as> typed.',
    'evidence.0.source': 'Nothing like it',
    'evidence.0.newSource.title': 'Half a source',
    'evidence.0.excerpt': 'Kept too.',
    'evidence.3.locator': 'page 3',
  }

  test('everything typed is kept after a refusal, and each fault stands at its field and in the summary', () => {
    const read = parseSubmission(typed, { dossier: 'exampleland', ref: 'XX-2020-01' }, choices)
    const { byField, summary } = buildErrors(words, {
      typed,
      faults: read.ok ? [] : read.faults,
      refusal: null,
    })
    const html = renderForm(typed, { errors: byField })
    for (const kept of [
      'value="2013-02-30"',
      'Kept &lt;as&gt; typed.',
      'Nothing like it',
      'Half a source',
      'Kept too.',
      'page 3',
    ]) {
      expect(html).toContain(kept)
    }
    expect(html).toMatch(/value="substantial"[^>]*checked|checked[^>]*value="substantial"/)
    expect(html).toMatch(/id="contrary"[^>]*checked|checked[^>]*id="contrary"/)
    expect(summary.length).toBeGreaterThan(3)
    for (const { field } of summary) expect(html).toContain(`id="${field}"`)
    for (const field of Object.keys(byField)) expect(html).toContain(`id="${field}-error"`)
  })

  test('a half-described source stays open to view', () => {
    expect(renderForm(typed)).toMatch(/<details[^>]*open/)
    expect(renderForm({ basedOn: '4' })).not.toMatch(/<details[^>]*open/)
  })

  test('the first button of the form submits it, so that Enter never removes an item', () => {
    const first = /<button[^>]*>/.exec(renderForm(typed))?.[0]
    expect(first).toContain('value="submit"')
  })

  test('one item cannot be removed, one of two can', () => {
    expect(renderForm({ basedOn: '4' })).not.toContain('remove-evidence')
    expect(renderForm({ 'evidence.0.source': '', 'evidence.3.source': '' })).toContain(
      'value="remove-evidence.3"',
    )
  })

  test('a correction asks for its reason and names what it corrects', () => {
    const html = renderForm({ basedOn: '4', supersedes: '7' })
    expect(html).toContain('name="reason"')
    expect(html).toMatch(/name="supersedes"[^>]*value="7"/)
    expect(renderForm({ basedOn: '4' })).not.toContain('name="reason"')
  })

  test('a refusal of the record is told at its field, in its own words', () => {
    const refusal = { message: 'A draft law counts for limited progress at most.', field: 'finding' }
    const { byField, summary } = buildErrors(words, { typed, faults: [], refusal })
    expect(summary).toEqual([{ field: 'finding', message: refusal.message }])
    expect(renderForm(typed, { errors: byField })).toContain(refusal.message)
  })
})

describe('two versions in conflict', () => {
  const typed: Typed = {
    basedOn: '3',
    finding: 'limited',
    effective: '2020-06',
    confidence: 'medium',
    rationale: 'Mine.',
  }

  test('what is on record stands beside what was typed', () => {
    const html = renderToStaticMarkup(
      <AssessConflict version={5} current={anAssessment({ rationale: 'Theirs.' })} typed={typed} />,
    )
    for (const shown of ['Some progress', 'Limited progress', 'Theirs.', 'Mine.', 'version 5', 'version 3'])
      expect(html).toContain(shown)
  })

  test('each field that differs can be chosen, mine unless told otherwise, and the evidence typed goes along', () => {
    const html = renderToStaticMarkup(
      <AssessConflict
        version={5}
        current={anAssessment({ rationale: 'Theirs.' })}
        typed={{ ...typed, 'evidence.0.source': 'Synthetic source' }}
      />,
    )
    for (const name of ['finding', 'rationale'])
      expect(html).toMatch(new RegExp(`name="pick\\.${name}" checked="" value="mine"`))
    expect(html).toContain('name="theirs.rationale" value="Theirs."')
    expect(html).toContain('name="evidence.0.source" value="Synthetic source"')
    expect(html).toContain('name="intent" value="submit-on.5"')
  })

  test('fields that agree are not marked as differing', () => {
    const same = {
      ...typed,
      finding: 'some',
      rationale: 'A synthetic reason.',
      'evidence.0.source': 'Synthetic report (Example Press, 2020-05)',
      'evidence.0.locator': 'page 4',
    }
    const html = renderToStaticMarkup(<AssessConflict version={5} current={anAssessment()} typed={same} />)
    expect(html).not.toContain('class="badge">differs')
    expect(
      renderToStaticMarkup(<AssessConflict version={5} current={anAssessment()} typed={typed} />),
    ).toContain('differs')
  })

  test('the form keeps its version until the reader submits on top of the new one', () => {
    const html = renderForm(typed, { newVersion: 5 })
    expect(html).toMatch(/name="basedOn"[^>]*value="3"/)
    expect(html).toContain('value="submit-on.5"')
    expect(html).toContain('Mine.')
  })

  test('a finding withdrawn in the meantime is said to be so', () => {
    expect(renderToStaticMarkup(<AssessConflict version={5} current={null} typed={typed} />)).toContain(
      'No finding is in force any more.',
    )
  })
})

describe('review', () => {
  const render = (review = aReview(), obstacle: string | null = null) =>
    renderToStaticMarkup(
      <>
        <ReviewComparison review={review} />
        <ReviewDecision review={review} obstacle={obstacle} comment="Kept." errors={{}} />
      </>,
    )

  test('a proposal is published on top of the version that its author saw', () => {
    const html = render()
    expect(html).toMatch(/name="basedOn"[^>]*value="3"/)
    expect(html).not.toContain('id="confirm"')
  })

  test('when the record moved on, only a ticked box names the version to publish on top of', () => {
    const html = render(aReview({ movedOn: true, version: 6, current: anAssessment() }))
    expect(html).toContain('The record has moved on')
    expect(html).toMatch(/id="confirm"[^>]*/)
    expect(html.indexOf('value="6"')).toBeGreaterThan(html.indexOf('type="hidden"'))
  })

  test('who may not publish is told why, and can still return it', () => {
    const html = render(
      aReview({ mayPublish: false, obstacle: 'own-assessment' }),
      'You wrote this assessment.',
    )
    expect(html).toContain('You wrote this assessment.')
    expect(html).not.toContain('value="publish"')
    expect(html).toContain('value="return"')
    expect(html).toContain('Kept.')
  })
})

describe('register', () => {
  const all = registerColumns
  const render = (rows = [aRegisterRow()], sort: 'ref' | '-effective' = 'ref', mayAssess = true) =>
    renderToStaticMarkup(
      <RegisterTable
        query={{ dossier: 'exampleland', q: 'press', sort, sel: ['XX-2020-01'] }}
        rows={rows}
        columns={all}
        mayAssess={mayAssess}
      />,
    )

  test('a row leads to its record and to its assess form', () => {
    const html = render()
    expect(html).toContain('href="/desk/exampleland/recommendations/XX-2020-01"')
    expect(html).toContain('href="/desk/exampleland/recommendations/XX-2020-01/assess"')
  })

  test('who may not assess is not offered it', () => {
    expect(render([aRegisterRow()], 'ref', false)).not.toContain('/assess')
  })

  test('the sorted column says so, and every column keeps the filters and what is selected', () => {
    const html = render([aRegisterRow()], '-effective')
    expect(html.match(/aria-sort="descending"/g)).toHaveLength(1)
    expect(html).not.toContain('aria-sort="ascending"')
    expect(html).toContain('?q=press&amp;sort=title&amp;sel=XX-2020-01')
    expect(html).toMatch(/<input[^>]*checked[^>]*value="XX-2020-01"|value="XX-2020-01"[^>]*checked/)
  })

  test('every column that can be chosen has a head and says something of a row that has it all', () => {
    const full = aRegisterRow({
      uptake: { kind: 'raised', date: '2020-02' },
      waiting: 2,
      drafted: true,
      assigned: { name: 'Synthetic Colleague', due: '2020-12-01', count: 3 },
    })
    const html = render([full])
    for (const column of all) {
      expect(html).toContain(t.register.columns[column])
      expect([column, buildColumnSpecs(words)[column].render(full)]).not.toEqual([column, null])
    }
    expect(html).toContain('and 2 more')
  })

  test('an out-of-date row says so and what the finding was', () => {
    const html = render([aRegisterRow({ standing: { kind: 'unknown', reason: 'stale' } })])
    expect(html).toContain('Out of date')
    expect(html).toContain('was some progress')
  })

  test('gates passed while unmet are counted apart from those still ahead', () => {
    const html = render()
    expect(html).toContain('1 passed while unmet')
    expect(html).toContain('2 unmet')
  })

  test('each filter in force can be taken away by itself', () => {
    const html = renderToStaticMarkup(
      <RegisterFilters query={{ dossier: 'exampleland', q: 'press', area: 'area' }} areas={[]} />,
    )
    expect(html).toContain('href="/desk/exampleland/register?area=area"')
    expect(html).toContain('href="/desk/exampleland/register?q=press"')
  })
})

describe('what a role is offered', () => {
  const own = { toReview: 4, returnedToMe: 1, mineInReview: 2, drafts: 3, assigned: 0, overdue: 0, unread: 0 }
  const ofDossier = { stale: 5, contradicted: 0, milestones: 1, deadLinks: 2, faultyFiles: 0, outdated: 0 }
  const counts = { ...own, ...ofDossier }
  const renderNav = (role: Role) => {
    const person = { name: 'A. Person', role }
    const path = '/desk/exampleland/register'
    return renderToStaticMarkup(
      <>
        <DeskBar person={person} dossier="exampleland" path={path} />
        <DeskSide person={person} dossier="exampleland" counts={counts} path={path} />
      </>,
    )
  }

  test.each([
    ['viewer', { review: false, drafts: false, audit: false, users: false }],
    ['analyst', { review: false, drafts: true, audit: false, users: false }],
    ['reviewer', { review: true, drafts: true, audit: true, users: false }],
    ['administrator', { review: true, drafts: true, audit: true, users: true }],
  ] as const)('%s', (role, offered) => {
    const html = renderNav(role)
    expect(html.includes('#to-review')).toBe(offered.review)
    expect(html.includes('#drafts')).toBe(offered.drafts)
    expect(html.includes('/audit"')).toBe(offered.audit)
    expect(html.includes('/desk/users')).toBe(offered.users)
    expect(html).toContain('/desk/exampleland/register')
    expect(html).toContain('action="/sign-out"')
  })

  test('what needs work stands in the navigation with its number, and what there is none of does not', () => {
    const html = renderNav('viewer')
    expect(html).toMatch(/href="\/desk\/exampleland#stale">[^<]+<span class="n">5</)
    expect(html).toMatch(/#leverage">[^<]+<span class="n">1</)
    expect(html).toMatch(/#dead-links">[^<]+<span class="n">2</)
    for (const none of ['contradicted', 'faulty-files', 'outdated']) expect(html).not.toContain(`#${none}`)
  })

  test('the page that one is on is the current one, once in each navigation', () => {
    expect(renderNav('analyst')).toMatch(/href="\/desk\/exampleland\/register" aria-current="page"/)
  })

  test('only parts of the queue that a role can have are shown', () => {
    const queue = aQueue({ toReview: [anAssessment({ workflow: 'submitted', title: 'Waits for review' })] })
    const render = (review: boolean) =>
      renderToStaticMarkup(<QueueLists queue={queue} may={{ review, submit: true }} />)
    expect(render(true)).toContain('Waits for review')
    expect(render(false)).not.toContain('Waits for review')
  })
})

describe('history of a record', () => {
  const render = (
    rights: { assess: boolean; review: boolean },
    refused: Parameters<typeof RecordHistory>[0]['refused'] = null,
  ) =>
    renderToStaticMarkup(
      <RecordHistory
        history={{
          version: 5,
          assessments: [
            anAssessment(),
            anAssessment({ id: 6, workflow: 'returned', comment: 'Say more.', mine: true }),
          ],
        }}
        steps={[]}
        rights={rights}
        refused={refused}
      />,
    )

  test('each state of the workflow is shown with who did what', () => {
    const html = render({ assess: false, review: false })
    for (const shown of [
      'Submitted by Ann Author',
      'Published by Rita Reviewer',
      'Returned by Rita Reviewer',
      'Say more.',
    ]) {
      expect(html).toContain(shown)
    }
  })

  test('only who may review can withdraw, only who may assess can correct', () => {
    expect(render({ assess: false, review: false })).not.toMatch(/value="withdraw"|from=7/)
    expect(render({ assess: true, review: false })).toContain('assess?from=7')
    expect(render({ assess: true, review: true })).toContain('value="withdraw"')
  })

  test('a refused withdrawal keeps its reason and stays open', () => {
    const html = render(
      { assess: true, review: true },
      { id: 7, reason: 'Kept reason.', message: 'Refused so.' },
    )
    expect(html).toContain('Kept reason.')
    expect(html).toContain('Refused so.')
    expect(html).toMatch(/<details class="more" open/)
  })
})
