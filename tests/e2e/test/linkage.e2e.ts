import { deskLinkage } from '@waymark/messages/en/desk-linkage'
import { vocabulary } from '@waymark/messages/vocabulary'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { invented } from '../src/assess.ts'
import { openPage, openSignedIn } from '../src/browser.ts'
import { getCommitment, getRecommendation, getSourceLabel } from '../src/dossier.ts'
import { createSubmission, publish } from '../src/procedures.ts'
import { getScore, listGates } from '../src/public-data.ts'

const words = vocabulary.en
const { ref, title } = getRecommendation('KZ-2020-04')
const other = getRecommendation('KZ-2013-38')
const commitment = getCommitment('ep-2012-11-must-be-linked')
const name = 'Invented round of negotiations'
const source = getSourceLabel('iphr-2014')
const [key, base] = ['invented-round', '/desk/kazakhstan/milestones']
/** The round was held on the last of these days. */
const [before, regressed, held] = ['2022-01-10', '2022-06-10', '2022-09-01']

/** The gate of the recommendation at that round, as the public sees it. */
const getState = async (query = '') => {
  const gate = (await listGates(ref, query)).find(({ milestone }) => milestone === key)
  return gate === undefined ? null : [gate.state, gate.since]
}

const getForm = (page: Page, label: string): Locator => page.getByRole('form', { name: label, exact: true })

/** Opens a form that is folded away. */
async function unfold(page: Page, label: string): Promise<Locator> {
  await page
    .locator('summary')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .first()
    .click()
  return getForm(page, label)
}

const fill = (form: Locator, label: string, value: string) =>
  form.getByLabel(label, { exact: true }).fill(value)
const send = (form: Locator, label: string) => form.getByRole('button', { name: label, exact: true }).click()
const readStatus = (page: Page) => page.getByRole('status').innerText()
const readErrors = (page: Page) => page.getByRole('alert').innerText()

describe('what the EU ties to what, without script', () => {
  let reviewer: Page
  let analyst: Page
  let knownBefore: string

  beforeAll(async () => {
    reviewer = await openSignedIn('reviewer', base)
    analyst = await openSignedIn('analyst', base)
  })

  const publishFinding = async (more: object) => {
    const id = await createSubmission(analyst, ref, more)
    await publish(reviewer, id)
    return id
  }

  test('an analyst reads the milestones, and is offered nothing that the role may not do', async () => {
    expect(await analyst.locator('main').innerText()).toContain(deskLinkage.milestones.title)
    expect(await getForm(analyst, deskLinkage.milestones.plan).count()).toBe(0)
    const refused = await analyst.goto(`${base}/epca-signed/link`)
    expect(refused?.status()).toBe(403)
  })

  test('the reviewer plans a milestone; what is missing is told at its field and what was typed is kept', async () => {
    const form = getForm(reviewer, deskLinkage.milestones.plan)
    await fill(form, deskLinkage.milestones.name, name)
    await send(form, deskLinkage.milestones.plan)
    const errors = await readErrors(reviewer)
    for (const field of ['track', 'kind', 'source'] as const)
      expect(errors).toContain(deskLinkage.missing[field])
    const again = getForm(reviewer, deskLinkage.milestones.plan)
    expect(await again.getByLabel(deskLinkage.milestones.name, { exact: true }).inputValue()).toBe(name)
    await again.getByLabel(deskLinkage.milestones.track, { exact: true }).selectOption('epca')
    await again
      .getByLabel(deskLinkage.milestones.kind, { exact: true })
      .selectOption({ label: words.milestoneKinds.round })
    await fill(again, deskLinkage.milestones.planned, '2027')
    await fill(again, deskLinkage.milestones.key, key)
    await fill(again, deskLinkage.source, source)
    await send(again, deskLinkage.milestones.plan)
    expect(await readStatus(reviewer)).toBe(deskLinkage.milestones.done.plan)
    expect(await reviewer.locator('main').innerText()).toContain(name)
  })

  test('recommendations are chosen by filter, looked at before, and linked at once', async () => {
    await reviewer.goto(`${base}/${key}/link`)
    const filter = getForm(reviewer, deskLinkage.linkMany.filter)
    await fill(filter, deskLinkage.linkMany.words, 'defamation')
    await send(filter, deskLinkage.linkMany.apply)
    const form = getForm(reviewer, deskLinkage.linkMany.choose)
    await form.getByRole('checkbox', { name: new RegExp(ref) }).check()
    await form.getByRole('checkbox', { name: new RegExp(other.ref) }).check()
    await form
      .getByLabel(deskLinkage.link.role, { exact: true })
      .selectOption({ label: words.linkageRoles.required })
    await send(form, deskLinkage.linkMany.preview)
    expect(await readErrors(reviewer)).toContain('level')
    const again = getForm(reviewer, deskLinkage.linkMany.choose)
    expect(await again.getByRole('checkbox', { name: new RegExp(ref) }).isChecked()).toBe(true)
    await again
      .getByLabel(deskLinkage.link.required, { exact: true })
      .selectOption({ label: words.levels.some.label })
    await again.getByRole('checkbox', { name: new RegExp(commitment.summary.slice(0, 40)) }).check()
    await send(again, deskLinkage.linkMany.preview)
    expect(await readStatus(reviewer)).toBe(deskLinkage.linkMany.wouldLink(2))
    expect(await getState()).toBe(null)
    await reviewer.getByRole('button', { name: deskLinkage.linkMany.link(2), exact: true }).click()
    expect(await readStatus(reviewer)).toBe(deskLinkage.milestones.done.link)
    expect(await getState()).toEqual(['unknown', null])
  })

  test('the leverage list names it: on the public face, and first in the queue', async () => {
    const page = await openPage('/kazakhstan/leverage')
    expect(await page.locator('main').innerText()).toContain(name)
    await reviewer.goto('/desk/kazakhstan')
    const leverage = reviewer.getByRole('region', { name: new RegExp(`^${deskLinkage.leverage.title}`) })
    expect(await leverage.innerText()).toContain(name)
    expect(await leverage.innerText()).toContain(title)
  })

  test('a finding opens the gate, and a regression that is published closes it', async () => {
    await publishFinding({ effective: before, level: 'some' })
    expect(await getState(`?asOf=${before}`)).toEqual(['met', null])
    await publishFinding({ effective: regressed, level: 'none', contrary: true })
    expect(await getState(`?asOf=${regressed}`)).toEqual(['unmet', null])
    const page = await openPage(`/kazakhstan/milestones/${key}?asOf=${regressed}`)
    expect((await page.locator('main').innerText()).toLowerCase()).toContain(
      words.gateStates.unmet.toLowerCase(),
    )
  })

  test('a milestone cannot occur before its track was opened', async () => {
    await reviewer.goto(`${base}/${key}`)
    const form = await unfold(reviewer, deskLinkage.milestones.occur)
    await fill(form, deskLinkage.milestones.occurred, '2001-01-01')
    await fill(form, deskLinkage.source, source)
    await send(form, deskLinkage.milestones.occur)
    expect(await readErrors(reviewer)).toContain('opened')
    const again = getForm(reviewer, deskLinkage.milestones.occur)
    expect(await again.getByLabel(deskLinkage.milestones.occurred, { exact: true }).inputValue()).toBe(
      '2001-01-01',
    )
  })

  test('marked as occurred, its gates are frozen as they stood', async () => {
    const form = getForm(reviewer, deskLinkage.milestones.occur)
    await fill(form, deskLinkage.milestones.occurred, held)
    await send(form, deskLinkage.milestones.occur)
    expect(await readStatus(reviewer)).toBe(deskLinkage.milestones.done.occur)
    expect(await getState()).toEqual(['passed-while-unmet', null])
    expect(await getState(`?asOf=${before}`)).toEqual(['met', null])
  })

  test('what happens after the passage is told apart, and the frozen state stays', async () => {
    await publishFinding({ effective: '2023-01-10', level: 'some' })
    expect(await getState('?asOf=2023-06-01')).toEqual(['passed-while-unmet', 'improved'])
  })

  test('a correction of what was effective before the passage changes what is known of it, and only from now on', async () => {
    knownBefore = (await getScore()).knownAt
    const history = await reviewer.request.get(
      `/trpc/assessment.history?input=${encodeURIComponent(JSON.stringify({ dossier: 'kazakhstan', ref }))}`,
    )
    const { result } = (await history.json()) as {
      result: { data: { assessments: { id: number; effective: string; workflow: string }[] } }
    }
    const wrong = result.data.assessments.find(
      (one) => one.effective === regressed && one.workflow === 'published',
    )
    await publishFinding({
      effective: regressed,
      level: 'some',
      supersedes: wrong?.id,
      reason: `${invented} The bill was withdrawn.`,
    })
    expect(await getState('?asOf=2023-06-01')).toEqual(['met-at-passage', 'unchanged'])
    expect(await getState(`?asOf=2023-06-01&knownAt=${knownBefore}`)).toEqual([
      'passed-while-unmet',
      'improved',
    ])
    const read = async (query: string) =>
      (
        await (await openPage(`/kazakhstan/milestones/${key}${query}`)).locator('main').innerText()
      ).toLowerCase()
    const met = words.gateStates['met-at-passage'].toLowerCase()
    expect(await read('?asOf=2023-06-01')).toContain(met)
    expect(await read(`?asOf=2023-06-01&knownAt=${knownBefore}`)).not.toContain(`${met} `)
  })

  test('a waiver needs a source, and then says why in public', async () => {
    await reviewer.goto(`${base}/${key}/links/${other.ref}`)
    const form = await unfold(reviewer, deskLinkage.link.waive)
    await fill(form, deskLinkage.link.effective, before)
    await fill(form, deskLinkage.link.why, `${invented} Set aside for the round.`)
    await send(form, deskLinkage.link.waive)
    expect(await readErrors(reviewer)).toContain('source')
    const again = getForm(reviewer, deskLinkage.link.waive)
    expect(await again.getByLabel(deskLinkage.link.why, { exact: true }).inputValue()).toContain(invented)
    await fill(again, deskLinkage.source, source)
    await send(again, deskLinkage.link.waive)
    expect(await readStatus(reviewer)).toBe(deskLinkage.link.done.waive)
    const gates = await listGates(other.ref)
    expect(gates.find(({ milestone }) => milestone === key)?.state).toBe('waived')
    const page = await openPage(`/kazakhstan/milestones/${key}`)
    expect(await page.locator('main').innerText()).toContain('Set aside for the round.')
  })

  test('a write on top of a version that is no longer the latest is refused, with what was typed kept', async () => {
    const first = await openSignedIn('reviewer', `${base}/${key}`)
    const second = await openSignedIn('reviewer', `${base}/${key}`)
    for (const page of [first, second]) {
      const form = await unfold(page, deskLinkage.milestones.correct)
      await fill(form, deskLinkage.milestones.name, page === first ? `${name} in March` : `${name} in May`)
      await fill(form, deskLinkage.reason, invented)
    }
    await send(getForm(first, deskLinkage.milestones.correct), deskLinkage.milestones.correct)
    expect(await readStatus(first)).toBe(deskLinkage.milestones.done.correct)
    await send(getForm(second, deskLinkage.milestones.correct), deskLinkage.milestones.correct)
    expect(await readErrors(second)).toContain(deskLinkage.moved)
    expect(await second.locator('h1').innerText()).toBe(`${name} in March`)
    const form = getForm(second, deskLinkage.milestones.correct)
    expect(await form.getByLabel(deskLinkage.milestones.name, { exact: true }).inputValue()).toBe(
      `${name} in May`,
    )
    await send(form, deskLinkage.milestones.correct)
    expect(await readStatus(second)).toBe(deskLinkage.milestones.done.correct)
    expect(await second.locator('h1').innerText()).toBe(`${name} in May`)
  })

  test('uptake is recorded by an analyst, and taken back when it was a mistake', async () => {
    await analyst.goto(`/desk/kazakhstan/recommendations/${ref}/uptake`)
    const form = getForm(analyst, deskLinkage.uptake.record)
    await form
      .getByLabel(deskLinkage.uptake.kind, { exact: true })
      .selectOption({ label: words.uptakeKinds.raised })
    await fill(form, deskLinkage.uptake.date, '2021-05')
    await fill(form, deskLinkage.uptake.forum, `${invented} A meeting.`)
    await fill(form, deskLinkage.source, source)
    await send(form, deskLinkage.uptake.record)
    expect(await readStatus(analyst)).toBe(deskLinkage.uptake.done.record)
    const readPublic = async () =>
      (await openPage(`/kazakhstan/recommendations/${ref}`)).locator('main').innerText()
    expect(await readPublic()).toContain(`${invented} A meeting.`)
    const item = analyst.getByRole('listitem').filter({ hasText: `${invented} A meeting.` })
    await item.locator('summary').filter({ hasText: deskLinkage.uptake.void }).click()
    const mistake = item.getByRole('form', { name: deskLinkage.uptake.void, exact: true })
    await fill(mistake, deskLinkage.uptake.voidReason, invented)
    await send(mistake, deskLinkage.uptake.void)
    expect(await readStatus(analyst)).toBe(deskLinkage.uptake.done.void)
    expect(await readPublic()).not.toContain(`${invented} A meeting.`)
  })

  test('a commitment is recorded and corrected', async () => {
    await reviewer.goto('/desk/kazakhstan/commitments')
    const form = getForm(reviewer, deskLinkage.commitments.record)
    await form.getByLabel(deskLinkage.commitments.actor, { exact: true }).selectOption('eu-parliament')
    await fill(form, deskLinkage.commitments.date, '2022-03')
    await fill(form, deskLinkage.commitments.summary, `${invented} The round must depend on reform.`)
    await fill(form, deskLinkage.commitments.key, 'invented-commitment')
    await fill(form, deskLinkage.source, source)
    await send(form, deskLinkage.commitments.record)
    expect(await readStatus(reviewer)).toBe(deskLinkage.commitments.done.record)
    await reviewer.goto('/desk/kazakhstan/commitments/invented-commitment')
    const correct = getForm(reviewer, deskLinkage.commitments.correct)
    await fill(correct, deskLinkage.commitments.date, '2022-03-04')
    await fill(correct, deskLinkage.reason, invented)
    await send(correct, deskLinkage.commitments.correct)
    expect(await readStatus(reviewer)).toBe(deskLinkage.commitments.done.correct)
    expect(await reviewer.locator('main').innerText()).toContain('4 March 2022')
  })
})
