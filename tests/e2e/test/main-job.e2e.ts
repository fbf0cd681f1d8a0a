import { desk } from '@waymark/messages/en/desk'
import { publicMessages } from '@waymark/messages/en/public'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { fillAssessment, invented, soundItem, submit } from '../src/assess.ts'
import { fillSignIn, openPage, openSignedIn, signOut, site } from '../src/browser.ts'
import { runCommand } from '../src/command.ts'
import { getArea, getRecommendation, getSourceLabel } from '../src/dossier.ts'
import { withSuperuser } from '../src/ledger.ts'
import { createSubmission, publish } from '../src/procedures.ts'
import { findArea, type GateRow, getScore, listGates, type Score } from '../src/public-data.ts'

const words = vocabulary.en
const area = getArea('media-freedom')
/** In force at the conclusion and at the signature of the agreement, and long out of date today. */
const recommendation = getRecommendation('KZ-2013-16')
const { ref } = recommendation
const newTitle = 'Invented report on closed outlets'

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
const signed = '2015-12-21'

type Known = { readonly score: Score; readonly gates: GateRow[]; readonly row: string; readonly page: string }

const readText = async (page: Page, path: string, selector = 'main') => {
  await page.goto(path)
  return (await page.locator(selector).innerText()).replace(/\s+/g, ' ')
}

/** What the public is told: as data, and on the pages. */
async function readPublic(query = ''): Promise<Known> {
  const page = await openPage(`/kazakhstan${query}`)
  const row = page.getByRole('row').filter({ hasText: area.title }).first()
  const rowText = (await row.innerText()).replace(/\s+/g, ' ')
  const recommendationText = await readText(page, `/kazakhstan/recommendations/${ref}${query}`)
  await page.context().close()
  return {
    score: await getScore(query),
    gates: await listGates(ref, query),
    row: rowText,
    page: recommendationText,
  }
}

const coverage = (score: Score) => {
  const { assessed, applicable } = findArea(score, area.key).coverage
  return publicMessages.scorecard.coverage(assessed, applicable)
}

describe('the main job, without script', () => {
  let before: Known
  let after: Known
  let knownBefore: string
  let page: Page

  beforeAll(async () => {
    before = await readPublic()
    knownBefore = before.score.knownAt
  })

  test('the analyst finds a recommendation of the freedom-of-expression area and submits a finding with an existing and a new source', async () => {
    page = await openPage('/desk')
    await fillSignIn(page, site.accounts.analyst)
    await page.goto('/desk/kazakhstan')
    await page.getByRole('link', { name: desk.nav.register, exact: true }).click()
    const filters = page.getByRole('form', { name: desk.register.filter })
    await filters.getByLabel(desk.register.area, { exact: true }).selectOption(area.key)
    await filters.getByRole('button', { name: desk.register.apply, exact: true }).click()
    expect(new URL(page.url()).searchParams.get('area')).toBe(area.key)
    await page.getByRole('link', { name: desk.register.assessLabel(ref), exact: true }).click()
    await fillAssessment(page, {
      finding: 'some',
      effective: yesterday,
      rationale: `${invented} Two outlets may publish again.`,
      evidence: [
        {
          source: getSourceLabel('iphr-2014'),
          kind: 'ngo-monitoring',
          origin: 'independent-ngo',
          locator: 'page 2',
        },
        soundItem(newTitle, 'media'),
      ],
    })
    await submit(page)
    expect(await page.getByRole('status').innerText()).toBe(desk.record.sent)
    await expect(page.getByText(desk.workflow.submitted, { exact: true }).count()).resolves.toBe(1)
  })

  test('what is submitted changes nothing in public', async () => {
    const now = await readPublic()
    expect(now.score.overall).toEqual(before.score.overall)
    expect(now.gates).toEqual(before.gates)
    expect(now.page).not.toContain(invented)
    expect(
      await (await openPage(`/kazakhstan/sources?q=${encodeURIComponent(newTitle)}`)).content(),
    ).not.toContain(`>${newTitle}<`)
  })

  test('the reviewer finds it in the queue, reads it and publishes it', async () => {
    await signOut(page, desk.nav.signOut)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await page.goto('/desk/kazakhstan')
    await fillSignIn(page, site.accounts.reviewer)
    await page.getByRole('link', { name: `${desk.queue.review} ${ref}`, exact: true }).click()
    expect(await page.locator('main').innerText()).toContain(newTitle)
    await page.getByRole('button', { name: desk.review.publish, exact: true }).click()
    expect(await page.getByRole('status').innerText()).toBe(desk.queue.done.published)
  })

  test('the scorecard’s distribution, coverage and interval have changed by exactly this finding', async () => {
    after = await readPublic()
    const [was, is] = [findArea(before.score, area.key), findArea(after.score, area.key)]
    expect(is.distribution).toEqual({
      ...was.distribution,
      some: (was.distribution.some ?? 0) + 1,
      unknown: (was.distribution.unknown ?? 0) - 1,
    })
    expect(is.coverage).toEqual({ ...was.coverage, assessed: was.coverage.assessed + 1 })
    expect(is.index?.low).toBeGreaterThan(was.index?.low ?? 100)
    expect(is.index?.high).toBeLessThan(was.index?.high ?? 0)
    expect(after.score.overall.coverage.assessed).toBe(before.score.overall.coverage.assessed + 1)
    expect(after.row).not.toBe(before.row)
    expect(before.row).toContain(coverage(before.score))
    expect(after.row).toContain(coverage(after.score))
  })

  test('the recommendation’s page shows the finding with its evidence', () => {
    expect(before.page).not.toContain(newTitle)
    expect(after.page).toContain(words.levels.some.label)
    expect(after.page).toContain(newTitle)
    expect(after.page).toContain('page 2')
  })

  test('the gates of its milestones tell that things have improved since', () => {
    const since = (gates: readonly GateRow[]) =>
      Object.fromEntries(gates.map((gate) => [gate.milestone, gate.since]))
    expect(since(before.gates)).toMatchObject({ 'epca-concluded': null, 'epca-signed': null })
    expect(since(after.gates)).toMatchObject({ 'epca-concluded': 'improved', 'epca-signed': 'improved' })
    expect(before.page).not.toContain(publicMessages.gate.since.improved)
    expect(after.page).toContain(publicMessages.gate.since.improved)
  })

  test('the same addresses with a cut-off from just before still show what was known then', async () => {
    const then = await readPublic(`?knownAt=${knownBefore}`)
    expect(then.score).toEqual({ ...before.score, knownAt: then.score.knownAt })
    expect(then.gates).toEqual(before.gates)
    expect(then.row).toBe(before.row)
    expect(then.page).not.toContain(newTitle)
  })

  test('a finding from before the signature changes how the gate stood at the signature', async () => {
    const analyst = await openSignedIn('analyst')
    const reviewer = await openSignedIn('reviewer')
    const stateAt = async () =>
      (await listGates(ref, `?asOf=${signed}`)).find(({ milestone }) => milestone === 'epca-signed')?.state
    const pageText = async () => readText(await openPage('/'), `/kazakhstan/milestones/epca-signed`)
    expect(await stateAt()).toBe('passed-while-unmet')
    const score = await getScore(`?asOf=${signed}`)
    const milestone = await pageText()
    await publish(reviewer, await createSubmission(analyst, ref, { level: 'some', effective: '2015-11-30' }))
    expect(await stateAt()).toBe('met-at-passage')
    const changed = await getScore(`?asOf=${signed}`)
    expect(changed.overall.distribution.contrary).toBe((score.overall.distribution.contrary ?? 0) - 1)
    expect(changed.overall.distribution.some).toBe((score.overall.distribution.some ?? 0) + 1)
    expect(await pageText()).not.toBe(milestone)
  })

  test('the audit trail shows both acts with who did them', async () => {
    await page.goto('/desk/kazakhstan/audit')
    const row = (who: string, action: string) =>
      page.getByRole('row').filter({ hasText: who }).filter({ hasText: action }).filter({ hasText: ref })
    expect(await row('Demo analyst', 'assessment.submit').count()).toBeGreaterThan(0)
    expect(await row('Demo reviewer', 'assessment.publish').count()).toBeGreaterThan(0)
  })
})

// These look at the database itself, which a site started elsewhere does not open to us.
describe.runIf(site.dataDir !== null)('the chain of the audit trail', () => {
  const dataDir = site.dataDir ?? ''
  const verify = async () => {
    const { code, out } = await runCommand(dataDir, ['verify', '--json'])
    return { code, ...(JSON.parse(out) as { ok: boolean; faults: { seq: number; message: string }[] }) }
  }
  const readVerdict = async () => {
    const page = await openSignedIn('reviewer', '/desk/kazakhstan/audit')
    await page.getByRole('button', { name: desk.audit.verify, exact: true }).click()
    return page.getByRole('status').innerText()
  }
  const wholeVerdict = /chain is whole/

  test('is whole after the work, says the command line beside the running site, and so says the desk', async () => {
    expect(await verify()).toMatchObject({ code: 0, ok: true, faults: [] })
    expect(await readVerdict()).toMatch(wholeVerdict)
  })

  test('names the entry of a ledger row in which a superuser changed one byte, and is whole again with it restored', async () => {
    const { id, entry, rationale } = await withSuperuser(dataDir, async (client) => {
      const { rows } = await client.query<{ id: string; entry: string; rationale: string }>(
        'select id, entry, rationale from assessment where rationale like $1 order by id limit 1',
        [`${invented}%`],
      )
      if (rows[0] === undefined) throw new Error('there is no assessment to change')
      return rows[0]
    })
    const write = (text: string) =>
      withSuperuser(dataDir, (client) =>
        client.query('update assessment set rationale = $2 where id = $1', [id, text]),
      )
    await write(`J${rationale.slice(1)}`)
    try {
      const { code, ok, faults } = await verify()
      expect([code, ok, faults.map(({ seq }) => Number(seq))]).toEqual([1, false, [Number(entry)]])
      expect(await readVerdict()).toContain(desk.audit.entry(Number(entry)))
    } finally {
      await write(rationale)
    }
    expect(await readVerdict()).toMatch(wholeVerdict)
  })
})
